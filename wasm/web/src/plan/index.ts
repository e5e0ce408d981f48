// The API of the open plan for the rest of the page: import * as plan. The pure
// functions of commands.ts, paths.ts and ids.ts are imported from there.
//
//   state.ts       the state, as signals
//   steps.ts       edits, undo and redo, in the order kept by queue.ts
//   queries.ts     queries that change nothing
//   opening.ts     the sample, a file, a new plan, a stored one
//   journal.ts     autosave into store.ts, by the decisions of autosave.ts
//   writerLock.ts  one writing window per plan
//   engineHost.ts  the engine, its version by hello.ts, and recovery after a crash

export { copyAge, copyDue } from './autosave'
export { onRetry, startEngine, today } from './engineHost'
export { saveCopy } from './journal'
export { leave, listStored, openFile, openNew, openSample, openStored, resume, takeOver } from './opening'
export { followPage } from './pageEvents'
export { activityAt, daysOff, positionOf, report } from './queries'
export {
  announcement,
  engineFailed,
  engineState,
  hello,
  isOpen,
  lastStep,
  notice,
  opening,
  persistent,
  readOnly,
  record,
  reveal,
  rowsCut,
  saveState,
  stored,
  target,
  view,
} from './state'
export { edit, editTyped, editWith, type Parser, redo, setDate, setText, showRows, undo } from './steps'
