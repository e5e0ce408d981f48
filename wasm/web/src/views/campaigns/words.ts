import { reader } from '../../language'

export const w = reader({
  days: ['{0} días', '{0} days'],
  placements: ['{0} medios', '{0} media'],
  placement: ['1 medio', '1 medium'],
  noConflict: ['No cae en ninguna veda electoral conocida.', 'It falls into no known electoral blackout.'],
  none: ['Este plan no tiene campañas todavía.', 'This plan has no campaigns yet.'],
})
