import type { View as Plan } from '../gen/rpc'
import * as plan from '../plan'
import { firstScreen } from '../route'
import { Joined } from '../ui/Joined'
import { t } from '../ui/words'
import { printDocument } from '../views/report/print'
import { Languages } from './Languages'
import { Status } from './Status'
import { w } from './words'

/** The name of the plan, the save state, and the actions of all views. */
export function Header({ view }: { view: Plan }) {
  const { history, identity } = view
  return (
    <header class="bar">
      <div class="bar-title">
        <a class="brand" href={`#${firstScreen}`} title={w('home')}>
          <Mark />
          <span class="visually-hidden">{w('home')}</span>
        </a>
        <div>
          <p class="plan-name">
            <Joined texts={[['POA', identity?.fiscalYear].filter(Boolean).join(' '), identity?.municipality]} />
          </p>
          <Status />
        </div>
      </div>
      <div class="tools">
        <StepButton sign="↶" word="undo" what={history.undo} run={plan.undo} />
        <StepButton sign="↷" word="redo" what={history.redo} run={plan.redo} />
        <button type="button" onClick={() => void plan.saveCopy()}>
          {w('saveCopy')}
        </button>
        <button type="button" class="print" onClick={printDocument}>
          {t('print')}
        </button>
        <Languages />
      </div>
    </header>
  )
}

interface StepButtonProps {
  sign: string
  word: 'undo' | 'redo'
  /** A description of what would be undone or redone, if anything. */
  what: string | undefined
  run(): Promise<boolean>
}

function StepButton({ sign, word, what, run }: StepButtonProps) {
  return (
    <button
      type="button"
      disabled={!what || plan.readOnly.value}
      title={what && w(`${word}What`, what)}
      aria-label={what && `${t(word)}: ${what}`}
      onClick={() => void run()}
    >
      <span class="sign" aria-hidden="true">
        {sign}
      </span>{' '}
      <span class="word">{t(word)}</span>
    </button>
  )
}

/** The logo. */
function Mark() {
  return (
    <svg viewBox="0 0 24 24" width="28" height="28" aria-hidden="true">
      <rect width="24" height="24" rx="6" class="mark-ground" />
      <path d="M6 8h7M6 12h12M10 16h6" class="mark-lines" />
    </svg>
  )
}
