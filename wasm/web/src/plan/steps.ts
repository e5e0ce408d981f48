// Changes the open plan: commands, undo and redo, each as one step.

import type { Choice, Command, JournalEntry, ParseDateResult, ParseRuleResult, ParseSpanResult, Rows, View } from '../gen/rpc'
import { change, dateCommand, set, type TypedCommand } from './commands'
import { call, context, queue } from './engineHost'
import { append } from './journal'
import { announcement, isCut, lastStep, merge, notice, readOnly, rowsCut, target, view } from './state'
import { t } from './words'

/**
 * The methods of the engine that parse typed text. A result has the value, or the reason,
 * as a sentence, why the text is invalid. near supplies a missing month or year.
 */
export interface Parser {
  date(text: string, near?: string): Promise<ParseDateResult>
  /** Parses two dates, or one, which is a span of one day. */
  span(text: string, near?: string): Promise<ParseSpanResult>
  rule(text: string): Promise<ParseRuleResult>
  /** The rules by which the days of a span may repeat every year. */
  yearlyRules(start: string, end: string): Promise<Choice[]>
}

const parser: Parser = {
  date: (text, near) => call('parseDate', { text, near, context: context() }),
  span: (text, near) => call('parseSpan', { text, near, context: context() }),
  rule: (text) => call('parseRule', { text, context: context() }),
  yearlyRules: async (start, end) => (await call('yearlyRules', { start, end, context: context() })).rules,
}

/** The window of activities in the results of the engine. */
let rows: Rows = { from: 0, count: 60 }

/** Moves the window of activities. */
export async function showRows(from: number, count: number) {
  rows = { from, count }
  if (!view.value) return
  await queue.run(async () => {
    // The person may have scrolled on while earlier steps ran.
    if (rows.from !== from || rows.count !== count) return
    received(await call('view', { rows }))
  })
}

/** Merges a result of the engine with the window of activities that was asked for. */
function received(result: View) {
  rowsCut.value = isCut(result.activities, rows)
  view.value = merge(view.value, result)
}

/** Fetches the plan again, for another day or in another language. */
export async function refresh() {
  if (!view.value) return
  await queue.run(async () => {
    received(await call('view', { context: context(), rows }))
  })
}

/** Applies commands as one step. Returns whether they were accepted. */
export function edit(commands: Command[]): Promise<boolean> {
  return editWith(async () => commands)
}

/** Builds commands with the parser and applies them as one step. If there are no commands, there is no step. */
export function editWith(make: (parser: Parser) => Promise<Command[]>): Promise<boolean> {
  if (readOnly.value) return Promise.resolve(false)
  return queue.run(async () => {
    const commands = await make(parser)
    if (commands.length) apply(await call('edit', { commands, rows }), { commands })
  })
}

/** Sets a field to a text; an empty one clears it. */
export function setText(path: string, text: string): Promise<boolean> {
  return edit([change(set(path, text || null))])
}

/** Sets a date from a typed text. A text that is not a date is stored as pending. */
export async function setDate(path: string, text: string, near?: string): Promise<boolean> {
  if (text.trim() === '') return setText(path, '')
  return editTyped(async (parser) => {
    const { date, reason } = await parser.date(text, near)
    return { command: dateCommand(path, text, date), reason }
  })
}

/** Applies a command that is built from a typed text. If the text is invalid, the reason is announced. */
export async function editTyped(make: (parser: Parser) => Promise<TypedCommand>): Promise<boolean> {
  let problem: string | undefined
  const accepted = await editWith(async (parser) => {
    const { command, reason } = await make(parser)
    problem = reason
    return [command]
  })
  if (accepted && problem) announcement.value = t('kept', problem)
  return accepted
}

export function undo(): Promise<boolean> {
  return step('undo', 'undone')
}

export function redo(): Promise<boolean> {
  return step('redo', 'redone')
}

function step(method: 'undo' | 'redo', word: 'undone' | 'redone'): Promise<boolean> {
  if (readOnly.value) return Promise.resolve(false)
  return queue.run(async () => {
    const what = view.value?.history[method]
    if (!what) return
    const patch = await call(method, { rows })
    apply(patch)
    const text = t(word, what)
    announcement.value = text
    lastStep.value = { text, by: method }
    if (patch.changed) target.value = { path: patch.changed, focus: false }
  })
}

/**
 * Merges the result of a step, and appends its entry to the journal: that of the result, or of the edit,
 * which a long one does not repeat.
 */
function apply(patch: View, edited?: JournalEntry) {
  received(patch)
  notice.value = null
  const entry = patch.journal ?? edited
  if (!entry) return
  const what = patch.history.undo
  if (what) lastStep.value = { text: t('done', what), by: 'edit' }
  append(entry)
}
