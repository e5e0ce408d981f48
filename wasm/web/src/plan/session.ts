// The open plan: what the engine says of it, what is done to it, and keeping
// it. Steps run one after another, so that what a person does keeps its order.

import { batch, computed, effect, signal } from '@preact/signals'
import { documentOf, Engine, type EngineState, Gone, read, Refusal } from '../engine/bridge'
import { today } from '../format'
import type { ActivityRow, Choice, Command, Context, DayOff, Edit, Entry, ParseRuleResult, View, Window } from '../gen/rpc'
import { language, t } from '../words'
import { Unreadable, download, readText, slug } from './files'
import { newID } from './ids'
import { type Seat, sit } from './seat'
import { Displaced, type Kept, type PlanRecord, Store } from './store'

export type Keeping = 'nothing' | 'saving' | 'saved' | 'quota' | 'denied'

export interface Notice {
  text: string
  tone: 'info' | 'bad'
  action?: { label: string; run(): void }
}

/** After this long without an edit the journal becomes a snapshot, in milliseconds. */
const idle = 15_000

/** What was done last, in words, and by which way: what can be taken back, or done again. */
export interface Did {
  text: string
  by: 'edit' | 'undo' | 'redo'
}

/** What the engine reads of what a person typed. */
export interface Reader {
  date(text: string, near?: string): Promise<string | undefined>
  rule(text: string): Promise<ParseRuleResult>
  daysOff(calendar: string, year: number): Promise<DayOff[]>
}

export class Session {
  /** The plan as it is, with the window of activities in view. */
  readonly view = signal<View | null>(null)
  readonly record = signal<PlanRecord | null>(null)
  readonly plans = signal<PlanRecord[]>([])
  readonly engineState = signal<EngineState>('starting')
  readonly opening = signal(false)
  readonly reader = signal(false)
  readonly bannerClosed = signal(false)
  readonly keeping = signal<Keeping>('nothing')
  readonly persistent = signal(true)
  readonly notice = signal<Notice | null>(null)
  /** What a screen reader is told. */
  readonly said = signal('')
  /** What a part of the page may tell was done, beside the history above. */
  readonly did = signal<Did | null>(null)
  /** What to try again after the engine stayed down while nothing was open. */
  again?: () => void
  /** The path to bring into view, and whether its field takes the focus; a new object each time. */
  readonly target = signal<{ path: string; focus?: boolean } | null>(null)
  readonly open = computed(() => this.view.value !== null)

  private readonly engine: Engine
  private readonly store = new Store()
  private readonly news = 'BroadcastChannel' in window ? new BroadcastChannel('rumbo') : undefined
  private rows: Window = { from: 0, count: 60 }
  /** The document the engine was opened with or last saved, and what came after. */
  private base = ''
  private entries: Entry[] = []
  private unsaved: Entry[] = []
  private seat?: Seat
  private tail: Promise<unknown> = Promise.resolve()
  private recovering?: Promise<void>
  private settleTimer = 0
  private asked = false

  constructor() {
    this.engine = new Engine((state) => this.engineChanged(state))
    this.news?.addEventListener('message', (event: MessageEvent<string>) => {
      if (this.reader.value && event.data === this.record.value?.id) void this.reload()
    })
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') void this.settle()
      else if (this.view.value && this.view.value.today !== today()) void this.refresh()
    })
    addEventListener('beforeunload', (event) => {
      if (this.keeping.value === 'quota' || (this.keeping.value === 'denied' && this.entries.length)) event.preventDefault()
    })
    let spoken = language.value
    effect(() => {
      if (language.value === spoken) return
      spoken = language.value
      void this.refresh()
    })
  }

  /** Starts the engine before it is needed. */
  warm() {
    this.engine.start()
  }

  async listPlans() {
    try {
      this.plans.value = await this.store.list()
    } catch {
      this.keeping.value = 'denied'
    }
  }

  // --- opening

  /** Opens the sample as it was kept, or afresh. */
  async openSample(url: string, fresh = false): Promise<boolean> {
    await this.listPlans()
    const kept = this.plans.value.find((plan) => plan.sample)
    if (kept && !fresh) return this.openKept(kept.id)
    try {
      const response = await fetch(url)
      return await this.openDocument(await response.text(), { sample: true, id: kept?.id })
    } catch (reason) {
      this.failed(reason)
      return false
    }
  }

  async openFile(file: File): Promise<boolean> {
    try {
      return await this.openDocument(await readText(file))
    } catch (reason) {
      if (reason instanceof Gone) return false
      const text =
        reason instanceof Unreadable
          ? t(reason.why, file.name)
          : t('refusedFile', file.name, reason instanceof Error ? reason.message : String(reason))
      this.notice.value = { text, tone: 'bad' }
      return false
    }
  }

  async openNew(fiscalYear: number, municipality: string, office: string): Promise<boolean> {
    const params = { context: this.context(), id: newID(), fiscalYear, municipality, office, calendar: 'jalisco' }
    try {
      return await this.openDocument(documentOf(await this.engine.send('new', JSON.stringify(params))))
    } catch (reason) {
      this.failed(reason)
      return false
    }
  }

  /** Opens a document and keeps it as a plan of its own. It throws a Refusal. */
  private async openDocument(document: string, options: { sample?: boolean; id?: string } = {}): Promise<boolean> {
    this.opening.value = true
    try {
      const view = await this.sendOpen(document, [])
      const record: PlanRecord = {
        id: options.id ?? newID(),
        title: titleOf(view),
        seq: 0,
        writer: '',
        savedAt: Date.now(),
        edits: 0,
        sample: options.sample,
      }
      this.seat?.leave()
      this.seat = await sit(record.id, true, () => this.lost())
      record.writer = this.seat!.writer
      this.opened(view, record, document, [])
      await this.tryKeeping(() => this.store.create(record, document))
      return true
    } finally {
      this.opening.value = false
    }
  }

  /** Opens a plan that is kept on this computer. */
  async openKept(id: string, force = false): Promise<boolean> {
    this.opening.value = true
    try {
      this.seat?.leave()
      this.seat = await sit(id, force, () => this.lost())
      if (this.seat) await this.store.claim(id, this.seat.writer)
      const kept = await this.store.load(id)
      if (!kept) {
        this.notice.value = { text: t('notSaved'), tone: 'bad' }
        return false
      }
      await this.openAs(kept)
      return true
    } catch (reason) {
      this.failed(reason)
      return false
    } finally {
      this.opening.value = false
    }
  }

  private async openAs(kept: Kept) {
    const view = await this.sendOpen(kept.document, kept.journal)
    this.opened(view, kept.record, kept.document, kept.journal)
  }

  private opened(view: View, record: PlanRecord, document: string, journal: Entry[]) {
    this.base = document
    this.entries = [...journal]
    this.unsaved = []
    batch(() => {
      this.reader.value = !this.seat
      this.record.value = record
      this.keeping.value = record.seq > 0 ? 'saved' : 'nothing'
      this.notice.value = null
      this.view.value = view
    })
    rememberOpen(record.id)
  }

  private async sendOpen(document: string, journal: Entry[]): Promise<View> {
    const rest = JSON.stringify({ context: this.context(), journal })
    const params = `{"document":${document},${rest.slice(1)}`
    for (;;) {
      try {
        return read(await this.engine.send('open', params)) as View
      } catch (reason) {
        // The engine is started again a few times before it stays down.
        if (!(reason instanceof Gone) || this.engineState.peek() === 'down') throw reason
      }
    }
  }

  /** Leaves the plan; what is not in a snapshot yet becomes one. */
  async leave() {
    if (!this.view.value) return
    await this.settle()
    this.seat?.leave()
    this.seat = undefined
    forgetOpen()
    batch(() => {
      this.view.value = null
      this.record.value = null
      this.notice.value = null
    })
  }

  /** Opens again the plan this window had open before it was reloaded. */
  async resume(): Promise<boolean> {
    const id = rememberedOpen()
    return id ? this.openKept(id) : false
  }

  // --- steps

  /** Asks for the activities from a position on. */
  async show(from: number, count: number) {
    this.rows = { from, count }
    if (!this.view.value) return
    await this.step(async () => {
      // The person may have scrolled on while earlier steps ran.
      if (this.rows.from !== from || this.rows.count !== count) return
      this.merge(await this.engine.call('view', { rows: this.rows }))
    })
  }

  /** Does commands as one step; answers whether they were accepted. */
  edit(commands: Command[]): Promise<boolean> {
    if (this.reader.value) return Promise.resolve(false)
    return this.step(async () => this.done(await this.engine.call('edit', { commands, rows: this.rows })))
  }

  setText(path: string, text: string): Promise<boolean> {
    return this.edit([{ kind: 'change', edits: [{ op: 'set', path, value: text === '' ? null : text }] }])
  }

  /**
   * Sets a date from what a person typed; what is not a date is kept as typed.
   * What also answers for a date is done in the same step.
   */
  setDate(path: string, text: string, near?: string, also: (date: string) => Edit[] = () => []): Promise<boolean> {
    if (this.reader.value) return Promise.resolve(false)
    if (text.trim() === '') return this.setText(path, '')
    return this.step(async () => {
      const { date } = await this.engine.call('parseDate', { text, near, context: this.context() })
      const command: Command = date
        ? { kind: 'change', edits: [{ op: 'set', path, value: date }, ...also(date)] }
        : { kind: 'change', pending: [{ path, text }] }
      this.done(await this.engine.call('edit', { commands: [command], rows: this.rows }))
      if (!date) this.said.value = t('notDate', text)
    })
  }

  /** Does, as one step, what is made of what the engine reads; nothing where that is nothing. */
  compose(make: (read: Reader) => Promise<Command[]>): Promise<boolean> {
    if (this.reader.value) return Promise.resolve(false)
    return this.step(async () => {
      const commands = await make(this.reads)
      if (commands.length) this.done(await this.engine.call('edit', { commands, rows: this.rows }))
    })
  }

  private readonly reads: Reader = {
    date: async (text, near) => (await this.engine.call('parseDate', { text, near, context: this.context() })).date,
    rule: (text) => this.engine.call('parseRule', { text, context: this.context() }),
    daysOff: async (profile, year) => (await this.engine.call('calendar', { context: this.context(), profile, year })).days,
  }

  undo(): Promise<boolean> {
    return this.back('undo', 'undone')
  }

  redo(): Promise<boolean> {
    return this.back('redo', 'redone')
  }

  private back(method: 'undo' | 'redo', word: 'undone' | 'redone'): Promise<boolean> {
    if (this.reader.value) return Promise.resolve(false)
    return this.step(async () => {
      const what = this.view.value?.history[method]
      if (!what) return
      const patch = await this.engine.call(method, { rows: this.rows })
      this.done(patch)
      this.said.value = t(word, what)
      this.did.value = { text: t(word, what), by: method }
      if (patch.changed) this.target.value = { path: patch.changed }
    })
  }

  /** The activity at a position, wherever the window is. */
  async activityAt(position: number): Promise<ActivityRow | undefined> {
    let row: ActivityRow | undefined
    await this.step(async () => {
      row = (await this.engine.call('view', { rows: { from: position, count: 1 } })).activities?.rows[0]
    })
    return row
  }

  /** The position of an activity in the plan, or -1. */
  async positionOf(id: string): Promise<number> {
    const inView = this.view.value?.activities
    const near = inView?.rows.findIndex((row) => row.id === id) ?? -1
    if (near >= 0) return inView!.from + near
    let found = -1
    await this.step(async () => {
      for (let from = 0, total = 1; found < 0 && from < total; ) {
        const { activities } = await this.engine.call('view', { rows: { from, count: 500 } })
        if (!activities?.rows.length) return
        const at = activities.rows.findIndex((row) => row.id === id)
        if (at >= 0) found = from + at
        from += activities.rows.length
        total = activities.total
      }
    })
    return found
  }

  /** The calendars a plan may name. */
  async calendars(): Promise<Choice[]> {
    let list: Choice[] = []
    await this.step(async () => {
      list = (await this.engine.call('hello', { context: this.context() })).calendars
    })
    return list
  }

  /** The days off of a calendar in a year. */
  async daysOff(calendar: string, year: number): Promise<DayOff[]> {
    let list: DayOff[] = []
    await this.step(async () => {
      list = await this.reads.daysOff(calendar, year)
    })
    return list
  }

  /** The official document as HTML. */
  async report(): Promise<string> {
    let html = ''
    await this.step(async () => {
      html = (await this.engine.call('report', {})).html
    })
    return html
  }

  /** Saves a copy of the plan to a file of the person's. */
  async saveCopy() {
    await this.step(async () => {
      const document = documentOf(await this.engine.send('save', '{}'))
      const { identity } = this.view.value!
      const name = `${slug(`poa ${identity?.fiscalYear ?? ''} ${identity?.municipality ?? ''}`)}.poa.json`
      download(name, document)
      const at = Date.now()
      this.record.value = { ...this.record.value!, copiedAt: at, edits: 0 }
      this.said.value = t('copied', name)
      await this.store.copied(this.record.value.id, at).catch(() => {})
    })
  }

  private refresh(): Promise<boolean> {
    if (!this.view.value) return Promise.resolve(false)
    return this.step(async () => {
      this.merge(await this.engine.call('view', { context: this.context(), rows: this.rows }))
    })
  }

  /** Runs one step after those before it. It reports failures and never rejects. */
  private step(run: () => Promise<void>): Promise<boolean> {
    const result = this.tail.then(async () => {
      await this.recovering
      try {
        await run()
        return true
      } catch (reason) {
        this.failed(reason)
        return false
      }
    })
    this.tail = result
    return result
  }

  private failed(reason: unknown) {
    // A dead engine is told of where it is started again.
    if (reason instanceof Gone) return
    const text = reason instanceof Refusal ? t('refused', reason.message) : String(reason)
    this.notice.value = { text, tone: 'bad' }
  }

  private done(patch: View) {
    this.merge(patch)
    this.notice.value = null
    const done = this.view.value?.history.undo
    if (patch.journal && done) this.did.value = { text: t('did', done), by: 'edit' }
    if (patch.journal) this.keep(patch.journal)
  }

  /** Parts that are absent from a patch stay as they were. */
  private merge(patch: View) {
    const { journal: _journal, changed: _changed, ...parts } = patch
    this.view.value = { ...this.view.value, ...parts }
  }

  private context(): Context {
    return { today: today(), language: language.value }
  }

  // --- keeping

  private keep(entry: Entry) {
    const record = this.record.value!
    this.entries.push(entry)
    this.unsaved.push(entry)
    this.record.value = {
      ...record,
      title: titleOf(this.view.value!),
      seq: record.seq + 1,
      edits: record.edits + 1,
      savedAt: Date.now(),
    }
    void this.flush()
    this.askToPersist()
    clearTimeout(this.settleTimer)
    this.settleTimer = setTimeout(() => void this.settle(), idle)
  }

  /** Writes what is not written yet to the journal. */
  private async flush() {
    const entries = this.unsaved
    if (!entries.length || this.keeping.value === 'saving') return
    this.unsaved = []
    const record = this.record.value!
    if (this.keeping.value !== 'denied' && this.keeping.value !== 'quota') this.keeping.value = 'saving'
    const kept = await this.tryKeeping(() => this.store.append(record, entries))
    if (!kept) {
      this.unsaved = [...entries, ...this.unsaved]
      return
    }
    this.keeping.value = 'saved'
    this.news?.postMessage(record.id)
    void this.flush()
  }

  /** Makes a snapshot of the plan, so that the next start replays less. */
  private async settle() {
    clearTimeout(this.settleTimer)
    if (!this.entries.length || this.reader.value || !this.view.value) return
    await this.step(async () => {
      const document = documentOf(await this.engine.send('save', '{}'))
      const record = this.record.value!
      this.base = document
      this.entries = []
      await this.flush()
      if (this.keeping.value === 'saved') await this.tryKeeping(() => this.store.snapshot(record, document))
    })
  }

  private async tryKeeping(run: () => Promise<void>): Promise<boolean> {
    try {
      await run()
      return true
    } catch (reason) {
      if (reason instanceof Displaced) this.lost()
      else this.keeping.value = reason instanceof DOMException && reason.name === 'QuotaExceededError' ? 'quota' : 'denied'
      return false
    }
  }

  private askToPersist() {
    if (this.asked || !navigator.storage?.persist) return
    this.asked = true
    void navigator.storage.persist().then((granted) => {
      this.persistent.value = granted
    })
  }

  // --- one writer

  /** Another window took over: here the plan can be read. */
  private lost() {
    this.seat = undefined
    this.reader.value = true
  }

  /** Takes over the writing, from what the other window kept last. */
  async takeOver() {
    const id = this.record.value?.id
    if (id) await this.openKept(id, true)
  }

  private async reload() {
    await this.step(async () => {
      const kept = await this.store.load(this.record.value!.id)
      if (kept && this.reader.value) await this.openAs(kept)
    })
  }

  // --- the engine's death

  private revive() {
    this.notice.value = null
    this.engine.revive()
    if (!this.view.value) this.again?.()
  }

  private engineChanged(state: EngineState) {
    const restarted = state === 'starting' && this.base !== '' && this.view.value !== null
    this.engineState.value = state
    if (state === 'down') {
      this.notice.value = {
        text: t('down'),
        tone: 'bad',
        action: { label: t('retry'), run: () => this.revive() },
      }
    }
    if (!restarted) return
    this.recovering = this.sendOpen(this.base, this.entries)
      .then((view) => {
        this.merge(view)
        this.notice.value = { text: t('crashed'), tone: 'bad' }
      })
      .catch((reason) => this.failed(reason))
      .finally(() => {
        this.recovering = undefined
      })
  }
}

function titleOf(view: View): string {
  const { identity } = view
  return [`POA ${identity?.fiscalYear ?? ''}`, identity?.municipality, identity?.office].filter(Boolean).join(' · ')
}

const openPlan = 'rumbo-open'

function rememberOpen(id: string) {
  try {
    sessionStorage.setItem(openPlan, id)
    localStorage.setItem(openPlan, id)
  } catch {
    // Without storage there is nothing to open again either.
  }
}

function rememberedOpen(): string | null {
  try {
    return sessionStorage.getItem(openPlan) ?? localStorage.getItem(openPlan)
  } catch {
    return null
  }
}

function forgetOpen() {
  try {
    sessionStorage.removeItem(openPlan)
    localStorage.removeItem(openPlan)
  } catch {
    // As above.
  }
}

export const session = new Session()
