import { reader } from '../../language'

export const w = reader({
  indicator: ['Indicador', 'Indicator'],
  value: ['Valor', 'Value'],
  target: ['Meta', 'Target'],
  light: ['Semáforo', 'Light'],
  formula: ['Fórmula', 'Formula'],
  none: ['Este plan no tiene indicadores todavía.', 'This plan has no indicators yet.'],
})
