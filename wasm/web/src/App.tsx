import { signal, useSignalEffect } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { formatTime } from './format'
import type { View } from './gen/rpc'
import { follow } from './parts/Finding'
import * as plan from './plan'
import { go, hash, type Place, placeOf, placeOfPath, places } from './route'
import { language, speak, t } from './words'
import { Activities } from './views/Activities'
import { Budget } from './views/Budget'
import type { Calendar } from './views/Calendar'
import { Campaigns } from './views/Campaigns'
import { Findings } from './views/Findings'
import { Indicators } from './views/Indicators'
import { printWhenReady, Report } from './views/Report'
import { Summary } from './views/Summary'

/** The open plan: the bar above, the parts of the plan, the part one is in. */
export function App({ resetSample }: { resetSample(): void }) {
  const view = plan.view.value
  const place = placeOf(hash.value) ?? 'resumen'
  const main = useRef<HTMLElement>(null)

  useEffect(() => {
    if (view) document.title = `${plan.record.value?.title ?? 'POA'} · ${t(places[place])} · Rumbo`
  }, [view, place, language.value])

  useEffect(() => shortcuts(), [])

  // What a step changed, or a finding points at, may lie in another part.
  useSignalEffect(() => {
    const goal = plan.target.value
    if (!goal) return
    const to = placeOfPath(goal.path)
    if (hash.peek() !== to) go(to)
    if (to === 'actividades' || to === 'calendario') return
    plan.target.value = null
    requestAnimationFrame(() => {
      const id = /^campaigns\[([^\]]+)\]/.exec(goal.path)?.[1]
      document.getElementById(`campaign-${id}`)?.scrollIntoView({ block: 'nearest' })
    })
  })

  // A new part begins at its top, for the eye and for the keyboard.
  useEffect(() => {
    scrollTo(0, 0)
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true })
  }, [place, view === null])

  if (!view) {
    return (
      <main class="waiting" id="contenido">
        <p role="status">{t(plan.engineState.value === 'starting' ? 'loading' : 'opening')}</p>
        <Notice />
      </main>
    )
  }
  return (
    <>
      <a class="skip" href="#contenido" onClick={(event) => skip(event, main.current)}>
        {t('skip')}
      </a>
      <Header />
      <nav aria-label={t('views')} class="places">
        <ul>
          {(Object.keys(places) as Place[]).map((name) => (
            <li key={name}>
              <a href={`#${name}`} aria-current={name === place ? 'page' : undefined}>
                {t(places[name])}
                {name === 'observaciones' && view.findings && view.findings.items.length > 0 && (
                  <span class={`count${view.findings.blocking > 0 ? ' tone-bad' : ''}`}>{view.findings.items.length}</span>
                )}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <aside aria-label={t('notices')}>
        <Notice />
        <Banner reset={resetSample} />
      </aside>
      <main id="contenido" ref={main} tabindex={-1} class={`place-${place}`}>
        <Part place={place} />
      </main>
    </>
  )
}

function Part({ place }: { place: Place }) {
  const view = plan.view.value!
  switch (place) {
    case 'actividades':
      return <Activities />
    case 'calendario':
      return <CalendarPart view={view} />
    case 'presupuesto':
      return <Budget view={view} />
    case 'campanas':
      return <Campaigns view={view} />
    case 'indicadores':
      return <Indicators view={view} />
    case 'observaciones':
      return <Findings view={view} />
    case 'informe':
      return <Report />
    default:
      return <Summary view={view} />
  }
}

/** The calendar, which few visits need, comes when it is asked for. */
const calendar = signal<{ Calendar: typeof Calendar } | null>(null)

async function fetchCalendar() {
  try {
    calendar.value ??= await import('./views/Calendar')
  } catch {
    plan.notice.value = {
      text: t('partMissing'),
      tone: 'bad',
      action: {
        label: t('retry'),
        run: () => {
          plan.notice.value = null
          void fetchCalendar()
        },
      },
    }
  }
}

function CalendarPart({ view }: { view: View }) {
  useEffect(() => void fetchCalendar(), [])
  const part = calendar.value
  if (!part) return <p class="empty">{t('loadingPart')}</p>
  return <part.Calendar view={view} />
}

function Header() {
  const { history, identity } = plan.view.value!
  const reader = plan.readOnly.value
  return (
    <header class="bar">
      <div class="bar-title">
        <a class="brand" href="#inicio" title={t('home')}>
          <Mark />
          <span class="unseen">{t('home')}</span>
        </a>
        <div>
          <p class="plan-name">
            {['POA', identity?.fiscalYear].filter(Boolean).join(' ')}
            {identity?.municipality && ` · ${identity.municipality}`}
          </p>
          <Status />
        </div>
      </div>
      <div class="tools">
        <button
          type="button"
          disabled={!history.undo || reader}
          title={history.undo && t('undoWhat', history.undo)}
          aria-label={history.undo && `${t('undo')}: ${history.undo}`}
          onClick={() => void plan.undo()}
        >
          <span class="sign" aria-hidden="true">
            ↶
          </span>{' '}
          <span class="word">{t('undo')}</span>
        </button>
        <button
          type="button"
          disabled={!history.redo || reader}
          title={history.redo && t('redoWhat', history.redo)}
          aria-label={history.redo && `${t('redo')}: ${history.redo}`}
          onClick={() => void plan.redo()}
        >
          <span class="sign" aria-hidden="true">
            ↷
          </span>{' '}
          <span class="word">{t('redo')}</span>
        </button>
        <button type="button" onClick={() => void plan.saveCopy()}>
          {t('saveCopy')}
        </button>
        <button type="button" class="print" onClick={printDocument}>
          {t('print')}
        </button>
        <Languages />
      </div>
    </header>
  )
}

/** The mark of the house: a plan's bars, one of them ahead. */
function Mark() {
  return (
    <svg viewBox="0 0 24 24" width="28" height="28" aria-hidden="true">
      <rect width="24" height="24" rx="6" class="mark-ground" />
      <path d="M6 8h7M6 12h12M10 16h6" class="mark-lines" />
    </svg>
  )
}

export function Languages() {
  return (
    <div class="languages" role="group" aria-label={t('language')}>
      {(['es-MX', 'en'] as const).map((tag) => (
        <button
          key={tag}
          type="button"
          lang={tag}
          aria-pressed={language.value === tag}
          aria-label={tag === 'en' ? 'English' : 'Español'}
          onClick={() => speak(tag)}
        >
          {tag === 'en' ? 'EN' : 'ES'}
        </button>
      ))}
    </div>
  )
}

const day = 86_400_000

/** Whether the plan is kept, and how old the last copy in a file is. */
function Status() {
  const record = plan.record.value
  const keeping = plan.saveState.value
  if (!record) return null
  const age = record.copiedAt === undefined ? undefined : Math.floor((Date.now() - record.copiedAt) / day)
  const due = record.edits >= 20 || (record.edits > 0 && age !== undefined && age >= 3)
  return (
    <p class="status">
      <span class={keeping === 'quota' || keeping === 'denied' ? 'tone-bad' : undefined} role="status">
        {keeping === 'saved' && t('savedAt', formatTime(record.savedAt))}
        {keeping === 'saving' && t('saving')}
        {keeping === 'unchanged' && t('unsaved')}
        {keeping === 'quota' && `■ ${t('quota')}`}
        {keeping === 'denied' && `■ ${t('denied')}`}
      </span>
      <span class={due ? 'tone-risk' : undefined}>
        {due && '◆ '}
        {copyAge(age)}
      </span>
      {!plan.persistent.value && <span class="vanish">{t('mayVanish')}</span>}
    </p>
  )
}

function copyAge(days: number | undefined): string {
  if (days === undefined) return t('copyNever')
  if (days <= 0) return t('copyToday')
  return days === 1 ? t('copyYesterday') : t('copyDays', days)
}

export function Notice() {
  const notice = plan.notice.value
  const reader = plan.readOnly.value && plan.isOpen.value
  return (
    <>
      <p class="unseen" role="status">
        {plan.announcement.value}
      </p>
      {reader && (
        <div class="notice info reading" role="status">
          <p>{t('readOnly')}</p>
          <button type="button" onClick={() => void plan.takeOver()}>
            {t('editHere')}
          </button>
        </div>
      )}
      {notice && (
        <div class={`notice ${notice.tone}`} role="alert">
          <p>{notice.text}</p>
          {notice.action && (
            <button type="button" onClick={notice.action.run}>
              {notice.action.label}
            </button>
          )}
          <button type="button" class="quiet" onClick={() => (plan.notice.value = null)}>
            {t('close')}
          </button>
        </div>
      )}
    </>
  )
}

/** Closed until the page is loaded again. */
const bannerClosed = signal(false)

function Banner({ reset }: { reset(): void }) {
  const record = plan.record.value
  if (!record?.sample || bannerClosed.value) return null
  return (
    <div class="notice sample">
      <p>{t('sampleBanner')}</p>
      {record.seq > 0 && (
        <button type="button" class="quiet" onClick={reset}>
          {t('sampleAgain')}
        </button>
      )}
      <button type="button" class="quiet" onClick={() => (bannerClosed.value = true)}>
        {t('close')}
      </button>
    </div>
  )
}

function skip(event: Event, main: HTMLElement | null) {
  event.preventDefault()
  main?.focus()
}

function printDocument() {
  printWhenReady()
  if (hash.value === 'informe') document.querySelector<HTMLIFrameElement>('.report iframe')?.contentWindow?.print()
  else go('informe')
}

/** The position of the finding F8 went to last. */
let lastFinding = -1

/** Keys that work everywhere in the plan. It answers how to take them away. */
function shortcuts(): () => void {
  const key = (event: KeyboardEvent) => {
    const typing = event.target instanceof HTMLElement && event.target.closest('input, select, textarea')
    const ctrl = (event.ctrlKey || event.metaKey) && !event.altKey
    const letter = event.key.toLowerCase()
    if (event.key === 'F8') {
      const items = plan.view.value?.findings?.items.filter((item) => item.path) ?? []
      if (items.length) {
        lastFinding = (lastFinding + (event.shiftKey ? items.length - 1 : 1)) % items.length
        const item = items[lastFinding]!
        plan.announcement.value = item.text
        follow(item.path)
      }
    } else if (ctrl && letter === 'z' && !typing) {
      void (event.shiftKey ? plan.redo() : plan.undo())
    } else if (ctrl && letter === 'y' && !typing) {
      void plan.redo()
    } else if (ctrl && letter === 's') {
      void plan.saveCopy()
    } else if (ctrl && letter === 'p') {
      printDocument()
    } else {
      return
    }
    event.preventDefault()
  }
  addEventListener('keydown', key)
  return () => removeEventListener('keydown', key)
}
