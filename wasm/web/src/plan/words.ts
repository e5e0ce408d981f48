// Messages about opening, changing and saving a plan.

import { reader } from '../language'

export const t = reader({
  done: ['Hecho: {0}', 'Done: {0}'],
  undone: ['Se deshizo: {0}', 'Undone: {0}'],
  redone: ['Se rehízo: {0}', 'Redone: {0}'],
  refused: ['No se hizo el cambio: {0}', 'The change was not made: {0}'],
  kept: ['{0} Se guarda como lo escribió.', '{0} It is kept as you typed it.'],
  copied: ['Se guardó la copia {0}', 'The copy {0} was saved'],
  tooLarge: ['“{0}” es demasiado grande para ser un plan.', '“{0}” is too large to be a plan.'],
  refusedFile: ['No se pudo abrir “{0}”: {1}', '“{0}” could not be opened: {1}'],
  notAYear: [
    '“{0}” no es un ejercicio fiscal: escriba un año de 2000 a 2099.',
    '“{0}” is not a fiscal year: write a year from 2000 to 2099.',
  ],
  notStored: ['Ese plan ya no está guardado en este equipo.', 'That plan is no longer saved on this computer.'],
  crashed: [
    'El motor de cálculo se detuvo y se volvió a iniciar. Su plan está como lo dejó; el último cambio no se hizo.',
    'The engine stopped and was started again. Your plan is as you left it; the last change was not made.',
  ],
  down: [
    'El motor de cálculo no responde. Lo guardado está a salvo.',
    'The engine does not respond. Your saved plan is safe.',
  ],
  retry: ['Reintentar', 'Try again'],
  otherVersion: [
    'Esta página y su motor de cálculo son de versiones distintas. Para corregirlo, recargue la página.',
    'This page and its engine are of different versions. Reload the page to fix it.',
  ],
  reload: ['Recargar la página', 'Reload the page'],
})
