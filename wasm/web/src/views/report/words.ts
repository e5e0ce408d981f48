import { reader } from '../../language'

export const w = reader({
  document: ['Documento oficial', 'Official document'],
  making: ['Preparando el documento…', 'Preparing the document…'],
})
