// The words of the calendar, in Spanish and English. They come with it.

import type { Status } from '../gen/rpc'
import { language, reader } from '../words'

export const c = reader({
  yearDays: ['{0} días hábiles en {1}', '{0} business days in {1}'],
  addOwn: ['Agregar un día propio', 'Add a day of your own'],
  printYear: ['Imprimir calendario', 'Print the calendar'],
  year: ['El año, mes por mes', 'The year, month by month'],
  noCalendar: [
    'El plan no nombra un calendario que exista: elija uno abajo, y aquí estará el año.',
    'The plan names no calendar that exists: choose one below, and the year will be here.',
  ],
  legend: ['Qué significa cada marca', 'What each mark means'],
  worked: ['Día hábil', 'Business day'],
  half: ['Media jornada', 'Half day'],
  weekRest: ['Descanso semanal', 'Weekly rest'],
  off: ['Día inhábil', 'Day off'],
  opened: ['Se trabaja', 'Worked'],
  blackout: ['Veda electoral', 'Electoral blackout'],
  election: ['Jornada electoral', 'Election day'],
  today: ['Hoy', 'Today'],
  blackoutStarts: ['Empieza la veda electoral', 'The electoral blackout starts'],
  blackoutEnds: ['Jornada electoral; termina la veda', 'Election day; the blackout ends'],

  pickHelp: [
    'Toque un día para decidir sobre él. Para varios, arrastre de uno a otro, o elija “Hasta otro día” y toque el último.',
    'Click a day to decide about it. For several, drag from one to another, or choose “Up to another day” and click the last.',
  ],
  picked: ['¿Qué pasa estos días?', 'What happens on these days?'],
  upTo: ['Hasta otro día…', 'Up to another day…'],
  tapOther: ['Toque el otro día.', 'Click the other day.'],
  movesOne: ['Se recorre un solo día: el {0}', 'One day is moved: {0}'],

  outOfOrdinary: ['Días inhábiles y especiales', 'Days off and special days'],
  noneOutOfOrdinary: ['Ninguno en este año.', 'None in this year.'],
  date: ['Fecha', 'Date'],
  what: ['Qué es', 'What it is'],
  why: ['Cómo cuenta', 'How it counts'],
  certainty: ['Certeza', 'Certainty'],

  blackouts: ['Vedas electorales', 'Electoral blackouts'],
  blackoutHelp: [
    'En estas fechas se suspenden las campañas gubernamentales, salvo las excepciones de la ley.',
    'On these dates government campaigns are suspended, but for the exceptions of the law.',
  ],
  noBlackouts: ['No se conoce ninguna veda en este año.', 'No blackout is known in this year.'],
  name: ['Nombre', 'Name'],
  dates: ['Fechas', 'Dates'],
  requestBy: ['Pedir excepción a más tardar', 'Ask for an exception by'],

  own: ['Días propios de la oficina', 'The office’s own days'],
  ownHelp: [
    'Lo que aquí decide cambia los días hábiles de todo el plan. Fechas: 16/08/2027, 16 ago, +5d, fin de mes. Sin documento que lo diga, un día queda marcado “de memoria”.',
    'What you decide here changes the business days of the whole plan. Dates: 2027-08-16, 16 Aug, +5d, end of month. Without a document that says so, a day is marked “from memory”.',
  ],
  noOwn: [
    'Todavía ninguno. Empiece por la fiesta patronal o las vacaciones.',
    'None yet. Begin with the feast of the patron or the vacations.',
  ],
  add: ['Agregar', 'Add'],
  from: ['Del', 'From'],
  to: ['Al', 'To'],
  nameOrReason: ['Nombre o motivo', 'Name or reason'],
  reason: ['Motivo', 'Reason'],
  document: ['Oficio o acuerdo', 'Document'],
  actions: ['Acciones', 'Actions'],
  rule: ['Regla de cada año', 'Rule for every year'],
  readAs: ['Se leyó:', 'Read as:'],
  ruleHelp: [
    '13 de mayo · 13 de mayo, 3 días · primer lunes de mayo · viernes santo',
    '13 May · 13 May, 3 days · first Monday of May · Good Friday',
  ],
  validFrom: ['Vigente desde', 'In force from'],
  validTo: ['Vigente hasta', 'In force until'],
  holiday: ['Descanso que se trabaja cada año', 'Day off that is worked every year'],
  instead: ['Se descansa el', 'Rested on'],
  insteadMaybe: ['Se descansa el (opcional)', 'Rested on (optional)'],
  original: ['Descanso original', 'Original day off'],
  everyYear: ['Repetir cada año', 'Repeat every year'],
  onDates: ['Solo en fechas', 'On dates only'],
  remove: ['Quitar', 'Remove'],
  removeWhat: ['Quitar: {0}', 'Remove: {0}'],
  removed: ['Se quitó: {0}', 'Removed: {0}'],
  added: ['Se agregó: {0}', 'Added: {0}'],
  lastDone: ['Lo último que se hizo', 'What was done last'],
  idle: ['Todavía no cuenta', 'Does not count yet'],
  noEffect: ['No cambia los días hábiles', 'Does not change the business days'],
  takesOne: ['Quita 1 día hábil', 'Takes 1 business day'],
  takes: ['Quita {0} días hábiles', 'Takes {0} business days'],
  givesOne: ['Agrega 1 día hábil', 'Adds 1 business day'],
  gives: ['Agrega {0} días hábiles', 'Adds {0} business days'],
  rowFindings: ['Observaciones', 'Findings'],

  base: ['Calendario base y semana laboral', 'Base calendar and work week'],
  baseCalendar: ['Calendario base', 'Base calendar'],
  alsoOf: ['Sumar también los días inhábiles de', 'Add the days off of'],
  inForce: ['Rige', 'In force'],
  week: ['Semana laboral', 'Work week'],
  weekHelp: [
    'Los días que trabaja la oficina. Si no deja ninguno, rige la semana del calendario base.',
    'The days the office works. If you leave none, the week of the base calendar holds.',
  ],
})

const certainties: Record<Status, { label: readonly [string, string]; shape: string; tone: string }> = {
  sourced: { label: ['Con fuente', 'Sourced'], shape: '●', tone: 'good' },
  projected: { label: ['Proyectado', 'Projected'], shape: '◇', tone: 'run' },
  disputed: { label: ['En disputa', 'Disputed'], shape: '◆', tone: 'risk' },
  'from-memory': { label: ['De memoria', 'From memory'], shape: '○', tone: 'none' },
}

/** How sure a day is, as shape, colour and word. */
export function certainty(status: Status) {
  const { label, shape, tone } = certainties[status]
  return { label: label[language.value === 'en' ? 1 : 0], shape, tone }
}
