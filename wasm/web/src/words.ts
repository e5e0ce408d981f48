// The words of the page itself, in Spanish and English. Everything about the
// plan (states, findings, what undo undoes) comes from the engine in words.

import type { Severity, Status } from './gen/rpc'
import { language, reader, setLanguage as speak } from './language'

export { language, reader, speak }

const words = {
  tagline: ['Arme el Programa Operativo Anual de su municipio', 'Build your town’s Annual Operating Plan'],
  promise: [
    'Sin cuenta y sin conexión. Sus datos no salen de este equipo: guarde una copia en archivo.',
    'No account, no connection. Your data never leaves this computer: keep a copy in a file.',
  ],
  seeSample: ['Ver un ejemplo', 'See an example'],
  begin: ['Empezar el POA {0}', 'Start the {0} plan'],
  openFile: ['Abrir un archivo…', 'Open a file…'],
  point1: [
    'Actividades, presupuesto, campañas e indicadores en un solo plan, con sus días hábiles.',
    'Activities, budget, campaigns and indicators in one plan, with its business days.',
  ],
  point2: [
    'Le avisa lo que falta o choca con la ley, con el artículo, y propone cómo arreglarlo.',
    'It tells you what is missing or against the law, with the article, and how to mend it.',
  ],
  point3: ['Imprime el documento oficial, listo para firmas.', 'It prints the official document, ready to be signed.'],
  saved: ['Planes guardados en este equipo', 'Plans kept on this computer'],
  newPlan: ['Un plan nuevo', 'A new plan'],
  municipality: ['Municipio', 'Municipality'],
  fiscalYear: ['Ejercicio fiscal', 'Fiscal year'],
  office: ['Unidad responsable', 'Responsible unit'],
  start: ['Empezar', 'Start'],
  cancel: ['Cancelar', 'Cancel'],
  loading: ['Preparando el motor de cálculo…', 'Preparing the engine…'],
  opening: ['Abriendo el plan…', 'Opening the plan…'],

  notices: ['Avisos', 'Notices'],
  skip: ['Ir al contenido', 'Skip to content'],
  home: ['Inicio', 'Home'],
  views: ['Partes del plan', 'Parts of the plan'],
  summary: ['Resumen', 'Summary'],
  activities: ['Actividades', 'Activities'],
  calendar: ['Calendario', 'Calendar'],
  budget: ['Presupuesto', 'Budget'],
  campaigns: ['Campañas', 'Campaigns'],
  indicators: ['Indicadores', 'Indicators'],
  findings: ['Observaciones', 'Findings'],
  report: ['Informe', 'Report'],
  undo: ['Deshacer', 'Undo'],
  redo: ['Rehacer', 'Redo'],
  undoWhat: ['Deshacer: {0} (Ctrl+Z)', 'Undo: {0} (Ctrl+Z)'],
  redoWhat: ['Rehacer: {0} (Ctrl+Y)', 'Redo: {0} (Ctrl+Y)'],
  did: ['Hecho: {0}', 'Done: {0}'],
  undone: ['Se deshizo: {0}', 'Undone: {0}'],
  redone: ['Se rehízo: {0}', 'Redone: {0}'],
  nothing: ['nada', 'nothing'],
  saveCopy: ['Guardar copia', 'Save a copy'],
  print: ['Imprimir', 'Print'],
  language: ['Idioma', 'Language'],
  document: ['Documento oficial', 'Official document'],

  savedAt: ['Guardado en este equipo {0}', 'Kept on this computer {0}'],
  saving: ['Guardando…', 'Keeping…'],
  unsaved: ['Todavía sin cambios', 'No changes yet'],
  copyNever: ['Sin copia en archivo', 'No copy in a file'],
  copyToday: ['Última copia en archivo: hoy', 'Last copy in a file: today'],
  copyYesterday: ['Última copia en archivo: ayer', 'Last copy in a file: yesterday'],
  copyDays: ['Última copia en archivo: hace {0} días', 'Last copy in a file: {0} days ago'],
  copied: ['Se guardó la copia {0}', 'The copy {0} was saved'],
  quota: [
    'Ya no cabe en este navegador: lo último no está guardado. Guarde una copia en archivo ahora.',
    'This browser is full: your last changes are not kept. Save a copy in a file now.',
  ],
  denied: [
    'Este navegador no permite guardar. Guarde una copia en archivo antes de cerrar.',
    'This browser does not allow keeping data. Save a copy in a file before you close it.',
  ],
  mayVanish: ['El navegador puede borrarlo: guarde copias', 'The browser may delete it: save copies'],
  readOnly: [
    'Este plan está abierto en otra ventana. Aquí solo se puede ver.',
    'This plan is open in another window. Here it can only be read.',
  ],
  editHere: ['Editar aquí', 'Edit here'],
  crashed: [
    'El motor de cálculo se detuvo y se volvió a iniciar. Su plan está como lo dejó; el último cambio no se hizo.',
    'The engine stopped and was started again. Your plan is as you left it; the last change was not made.',
  ],
  down: [
    'El motor de cálculo no responde. Lo guardado está a salvo.',
    'The engine does not answer. What was kept is safe.',
  ],
  retry: ['Reintentar', 'Try again'],
  close: ['Cerrar', 'Close'],
  sampleBanner: [
    'Es un ejemplo: cambie lo que quiera, todo se puede deshacer. Los valores con esquina doblada son ilustrativos.',
    'This is an example: change what you like, everything can be undone. Values with a folded corner are illustrative.',
  ],
  sampleAgain: ['Volver al ejemplo original', 'Back to the original example'],
  notText: ['“{0}” no es un archivo de texto.', '“{0}” is not a text file.'],
  tooLarge: ['“{0}” es demasiado grande para ser un plan.', '“{0}” is too large to be a plan.'],
  refusedFile: ['No se pudo abrir “{0}”: {1}', '“{0}” could not be opened: {1}'],
  refused: ['No se hizo el cambio: {0}', 'The change was not made: {0}'],
  notSaved: ['Ese plan ya no está guardado en este equipo.', 'That plan is no longer kept on this computer.'],

  mission: ['Misión', 'Mission'],
  vision: ['Visión', 'Vision'],
  periods: ['Periodos', 'Periods'],
  businessDays: ['{0} días hábiles', '{0} business days'],
  businessDay: ['1 día hábil', '1 business day'],
  countActivities: ['{0} actividades', '{0} activities'],
  countActivity: ['1 actividad', '1 activity'],
  closed: ['Cerrado', 'Closed'],
  norm: ['Norma {0}, verificada al {1}', 'Norm {0}, verified until {1}'],
  next: ['Qué sigue', 'What comes next'],
  nothingDue: ['No hay pendientes en los próximos días.', 'Nothing is due in the coming days.'],
  dueMore: ['y {0} más', 'and {0} more'],
  late: ['Vencido', 'Overdue'],
  dueToday: ['Hoy', 'Today'],
  dueIn: ['Faltan {0} días hábiles', '{0} business days left'],
  dueInOne: ['Falta 1 día hábil', '1 business day left'],
  byState: ['Actividades por estado', 'Activities by state'],
  money: ['Presupuesto del año', 'Budget of the year'],
  cost: ['Costo', 'Cost'],
  ceiling: ['Techo', 'Ceiling'],
  gap: ['Diferencia', 'Difference'],
  lacking: ['Faltan {0}', '{0} lacking'],
  spare: ['Quedan {0}', '{0} left'],
  balanced: ['Sin diferencia', 'No difference'],
  allFindings: ['Ver todas las observaciones', 'See all findings'],
  noFindings: ['Sin observaciones: el plan está completo y en orden.', 'No findings: the plan is complete and in order.'],
  seeActivities: ['Ver actividades', 'See activities'],

  key: ['Clave', 'Key'],
  activity: ['Actividad', 'Activity'],
  period: ['Periodo', 'Period'],
  startDate: ['Inicio', 'Start'],
  endDate: ['Término', 'End'],
  days: ['Días hábiles', 'Business days'],
  responsible: ['Responsable', 'Responsible'],
  unit: ['Unidad de medida', 'Unit of measure'],
  planned: ['Meta', 'Target'],
  done: ['Avance', 'Done'],
  state: ['Estado', 'State'],
  noValue: ['(sin dato)', '(empty)'],
  newActivity: ['Escriba aquí una actividad nueva', 'Type a new activity here'],
  notDate: ['“{0}” no es una fecha. Se guarda como lo escribió.', '“{0}” is not a date. It is kept as you typed it.'],
  pendingCell: ['por corregir', 'to be corrected'],
  illustrative: ['valor ilustrativo', 'illustrative value'],
  readOnlyCell: ['Esta columna se calcula', 'This column is computed'],
  gridHelp: [
    'Flechas para moverse; escriba para reemplazar; F2 o Enter para corregir; Supr para borrar; F8 para la siguiente observación.',
    'Arrows to move; type to replace; F2 or Enter to edit; Delete to clear; F8 for the next finding.',
  ],
  dateHelp: [
    'Fecha: 15/03/2027, 15 mar, +5d, fin de mes',
    'Date: 2027-03-15, 15 mar, +5d, end of month',
  ],
  remove: ['Quitar actividad', 'Remove activity'],
  removed: ['Se quitó la actividad.', 'The activity was removed.'],
  rowFindings: ['Observaciones de esta actividad', 'Findings on this activity'],
  chooseNone: ['— ninguno —', '— none —'],

  chapter: ['Capítulo', 'Chapter'],
  total: ['Total', 'Total'],
  byMonth: ['Por mes', 'By month'],
  byChapter: ['Por capítulo y mes', 'By chapter and month'],
  funds: ['Fuentes de financiamiento', 'Sources of funds'],
  fund: ['Fuente', 'Source'],
  noBudget: ['Este plan no tiene partidas todavía.', 'This plan has no budget lines yet.'],
  noCampaigns: ['Este plan no tiene campañas todavía.', 'This plan has no campaigns yet.'],
  noIndicators: ['Este plan no tiene indicadores todavía.', 'This plan has no indicators yet.'],
  noPeriods: ['Este plan no tiene periodos todavía.', 'This plan has no periods yet.'],
  placements: ['{0} medios', '{0} media'],
  placement: ['1 medio', '1 medium'],
  naturalDays: ['{0} días', '{0} days'],
  noConflict: ['No cae en ninguna veda electoral conocida.', 'It falls into no known electoral blackout.'],
  formula: ['Fórmula', 'Formula'],
  value: ['Valor', 'Value'],
  target: ['Meta', 'Target'],
  light: ['Semáforo', 'Light'],
  indicator: ['Indicador', 'Indicator'],

  show: ['Mostrar', 'Show'],
  all: ['Todas', 'All'],
  goToField: ['Ir al campo', 'Go to the field'],
  page: ['{0}–{1} de {2}', '{0}–{1} of {2}'],
  previous: ['Anteriores', 'Previous'],
  following: ['Siguientes', 'Next'],
  basis: ['Fundamento', 'Basis'],
  options: ['Qué puede hacer', 'What you can do'],
  making: ['Preparando el documento…', 'Preparing the document…'],
  loadingPart: ['Un momento…', 'One moment…'],
  partMissing: [
    'No se pudo traer esta parte de la página. Revise la conexión.',
    'This part of the page could not be fetched. Check the connection.',
  ],
} as const satisfies Record<string, readonly [string, string]>

export type Word = keyof typeof words

/** A word of the page. Parts that are loaded on demand bring words of their own. */
export const t = reader(words)

export const severities: Record<Severity, { label: readonly [string, string]; shape: string; tone: string }> = {
  blocking: { label: ['Impide cerrar', 'Blocks closing'], shape: '■', tone: 'bad' },
  warning: { label: ['Advertencia', 'Warning'], shape: '◆', tone: 'risk' },
  suggestion: { label: ['Sugerencia', 'Suggestion'], shape: '○', tone: 'none' },
}

const statuses: Record<Status, readonly [string, string]> = {
  sourced: ['', ''],
  projected: ['proyectado: la autoridad aún puede decidir otra cosa', 'projected: the authority may still decide otherwise'],
  disputed: ['en disputa: las fuentes no coinciden', 'disputed: the sources disagree'],
  'from-memory': ['de memoria: falta cotejarlo con la fuente', 'from memory: not yet held against its source'],
}

export function severity(s: Severity): string {
  return severities[s].label[language.value === 'en' ? 1 : 0]
}

export function status(s: Status): string {
  return statuses[s][language.value === 'en' ? 1 : 0]
}
