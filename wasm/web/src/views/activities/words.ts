import { reader } from '../../language'

export const words = {
  key: ['Clave', 'Key'],
  name: ['Actividad', 'Activity'],
  start: ['Inicio', 'Start'],
  end: ['Término', 'End'],
  days: ['Días hábiles', 'Business days'],
  period: ['Periodo', 'Period'],
  responsible: ['Responsable', 'Responsible'],
  unit: ['Unidad de medida', 'Unit of measure'],
  planned: ['Meta', 'Target'],
  done: ['Avance', 'Done'],
  state: ['Estado', 'State'],

  newActivity: ['Escriba aquí una actividad nueva', 'Type a new activity here'],
  computed: ['Esta columna se calcula', 'This column is computed'],
  gridHelp: [
    'Flechas para moverse; escriba para reemplazar; F2 o Enter para corregir; Supr para borrar; F8 para la siguiente observación.',
    'Arrows to move; type to replace; F2 or Enter to edit; Delete to clear; F8 for the next finding.',
  ],
  dateHelp: ['Fecha: 15/03/2027, 15 mar, +5d, fin de mes', 'Date: 2027-03-15, 15 mar, +5d, end of month'],
  remove: ['Quitar actividad', 'Remove activity'],
  removed: ['Se quitó la actividad.', 'The activity was removed.'],
  rowFindings: ['Observaciones de esta actividad', 'Findings on this activity'],
} as const

export const w = reader(words)
