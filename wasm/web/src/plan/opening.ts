// Opening a plan (the sample, a file, a new one, a stored one) and leaving it.

import { batch } from '@preact/signals'
import { EngineStopped } from '../engine/bridge'
import type { JournalEntry, View } from '../gen/rpc'
import { titleOf } from './autosave'
import { call, context, documentInFile, newDocument, openInEngine, queue, replayFrom, reportFailure } from './engineHost'
import { FileTooLarge, readFile } from './files'
import { OtherVersion } from './hello'
import { newID } from './ids'
import { create, reset, snapshot, store } from './journal'
import { forgetOpened, lastOpened, rememberOpened } from './lastOpened'
import { notice, opening, readOnly, record, rowsCut, saveState, stored, view } from './state'
import type { PlanRecord, StoredPlan } from './store'
import { t } from './words'
import { acquire, release, writerToken } from './writerLock'

export async function listStored() {
  try {
    stored.value = await store.list()
  } catch {
    saveState.value = 'denied'
  }
}

/**
 * Opens the sample: the stored copy or, if fresh is set, the original. Its records tell a
 * whole year: those of days to come are left out, so that no period is closed yet.
 */
export async function openSample(url: string, fresh = false): Promise<boolean> {
  await listStored()
  const before = stored.value.find((plan) => plan.sample)
  if (before && !fresh) return openStored(before.id)
  try {
    const response = await fetch(url)
    const document = await documentInFile({ text: await response.text(), asOfToday: true })
    return await openDocument(document, { sample: true, id: before?.id })
  } catch (reason) {
    reportFailure(reason)
    return false
  }
}

export async function openFile(file: File): Promise<boolean> {
  try {
    return await openDocument(await documentInFile(await readFile(file)))
  } catch (reason) {
    if (reason instanceof EngineStopped || reason instanceof OtherVersion) {
      reportFailure(reason)
      return false
    }
    const text =
      reason instanceof FileTooLarge
        ? t('tooLarge', file.name)
        : t('refusedFile', file.name, reason instanceof Error ? reason.message : String(reason))
    notice.value = { text }
    return false
  }
}

/** Opens a new plan. If the engine does not read the year, it stays as typed and refuse is called with a sentence. */
export async function openNew(year: string, municipality: string, office: string, refuse: (why: string) => void): Promise<boolean> {
  try {
    const { value = '', unit, reason } = await call('parseNumber', { context: context(), text: year })
    if (unit || !/^20\d\d$/.test(value)) {
      refuse(reason || t('notAYear', year))
      return false
    }
    return await openDocument(await newDocument({ id: newID(), fiscalYear: Number(value), municipality, office }))
  } catch (reason) {
    reportFailure(reason)
    return false
  }
}

/** Opens a document and stores it as a new plan. It throws a Refusal. */
async function openDocument(document: string, options: { sample?: boolean; id?: string } = {}): Promise<boolean> {
  opening.value = true
  try {
    const answer = await openInEngine(document, [])
    const plan: PlanRecord = {
      id: options.id ?? newID(),
      title: titleOf(answer),
      seq: 0,
      writer: '',
      savedAt: Date.now(),
      edits: 0,
      sample: options.sample,
    }
    await acquire(plan.id, true)
    plan.writer = writerToken()!
    opened(answer, plan, document, [])
    await create(plan, document)
    return true
  } finally {
    opening.value = false
  }
}

/** Opens a stored plan. With steal, this window becomes the writer even if another one is. */
export async function openStored(id: string, steal = false): Promise<boolean> {
  opening.value = true
  try {
    await acquire(id, steal)
    const token = writerToken()
    if (token) await store.setWriter(id, token)
    const plan = await store.load(id)
    if (!plan) {
      notice.value = { text: t('notStored') }
      return false
    }
    await openAs(plan)
    return true
  } catch (reason) {
    reportFailure(reason)
    return false
  } finally {
    opening.value = false
  }
}

async function openAs(plan: StoredPlan) {
  const answer = await openInEngine(plan.document, plan.journal)
  opened(answer, plan.record, plan.document, plan.journal)
}

function opened(answer: View, plan: PlanRecord, document: string, journal: JournalEntry[]) {
  replayFrom(document, journal)
  reset()
  batch(() => {
    readOnly.value = writerToken() === undefined
    record.value = plan
    saveState.value = plan.seq > 0 ? 'saved' : 'unchanged'
    notice.value = null
    rowsCut.value = false
    view.value = answer
  })
  rememberOpened(plan.id)
}

/** Opens the plan that was open before the page was reloaded. */
export async function resume(): Promise<boolean> {
  const id = lastOpened()
  return id ? openStored(id) : false
}

/** Makes this window the writer instead of another one, and loads what that one stored. */
export async function takeOver() {
  const id = record.value?.id
  if (id) await openStored(id, true)
}

/** Loads the plan again after the writing window changed it. */
export async function reload() {
  await queue.run(async () => {
    const plan = await store.load(record.value!.id)
    if (plan && readOnly.value) await openAs(plan)
  })
}

/** Closes the plan, with a snapshot if there are new entries. */
export async function leave() {
  if (!view.value) return
  await snapshot()
  release()
  forgetOpened()
  batch(() => {
    view.value = null
    record.value = null
    notice.value = null
  })
}
