import { reader } from '../../language'

export const w = reader({
  show: ['Mostrar', 'Show'],
  all: ['Todas', 'All'],
})
