// Words that more than one view uses.

import { reader } from '../language'

export const t = reader({
  opening: ['Abriendo el plan…', 'Opening the plan…'],
  retry: ['Reintentar', 'Try again'],
  close: ['Cerrar', 'Close'],
  print: ['Imprimir', 'Print'],
  undo: ['Deshacer', 'Undo'],
  redo: ['Rehacer', 'Redo'],
  readOnly: [
    'Este plan está abierto en otra ventana. Aquí solo se puede ver.',
    'This plan is open in another window. Here it can only be read.',
  ],

  noValue: ['(sin dato)', '(empty)'],
  chooseNone: ['— ninguno —', '— none —'],
  pending: ['por corregir', 'to be corrected'],
  illustrative: ['valor ilustrativo', 'illustrative value'],

  basis: ['Fundamento', 'Basis'],
  goToField: ['Ir al campo', 'Go to the field'],
  noFindings: [
    'Sin observaciones: se revisaron fechas, responsables, metas, presupuesto, indicadores y campañas.',
    'No findings: dates, responsible posts, targets, budget, indicators and campaigns were checked.',
  ],

  page: ['{0}–{1} de {2}', '{0}–{1} of {2}'],
  previous: ['Anteriores', 'Previous'],
  following: ['Siguientes', 'Next'],

  businessDays: ['{0} días hábiles', '{0} business days'],
  businessDay: ['1 día hábil', '1 business day'],
  cost: ['Costo', 'Cost'],
  ceiling: ['Techo', 'Ceiling'],
  ceilingUnknown: ['No se conoce', 'Not known'],
  gap: ['Diferencia', 'Difference'],
  lacking: ['Faltan {0}', '{0} short'],
  spare: ['Quedan {0}', '{0} left'],
  balanced: ['Sin diferencia', 'No difference'],
})
