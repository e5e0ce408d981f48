import { reader } from '../../language'

export const w = reader({
  byChapter: ['Por capítulo y mes', 'By chapter and month'],
  chapter: ['Capítulo', 'Chapter'],
  total: ['Total', 'Total'],
  funds: ['Fuentes de financiamiento', 'Sources of funds'],
  fund: ['Fuente', 'Source'],
  none: ['Este plan no tiene partidas todavía.', 'This plan has no budget lines yet.'],
})
