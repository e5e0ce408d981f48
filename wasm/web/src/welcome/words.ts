// The words of the first screen. index.html repeats the Spanish ones, which are
// painted before any script runs.

import { reader } from '../language'

export const words = {
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
    'It tells you what is missing or against the law, with the article, and how to fix it.',
  ],
  point3: ['Imprime el documento oficial, listo para firmas.', 'It prints the official document, ready to be signed.'],
  stored: ['Planes guardados en este equipo', 'Plans saved on this computer'],
  newPlan: ['Un plan nuevo', 'A new plan'],
  municipality: ['Municipio', 'Municipality'],
  fiscalYear: ['Ejercicio fiscal', 'Fiscal year'],
  office: ['Unidad responsable', 'Responsible unit'],
  start: ['Empezar', 'Start'],
  cancel: ['Cancelar', 'Cancel'],
} as const

export const w = reader(words)
