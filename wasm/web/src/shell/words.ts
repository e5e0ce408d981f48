// The words of the shell.

import { reader } from '../language'

export const w = reader({
  skip: ['Ir al contenido', 'Skip to content'],
  home: ['Inicio', 'Home'],
  views: ['Partes del plan', 'Parts of the plan'],
  notices: ['Avisos', 'Notices'],
  language: ['Idioma', 'Language'],
  loading: ['Preparando el motor de cálculo…', 'Preparing the engine…'],
  loadingView: ['Un momento…', 'One moment…'],
  viewMissing: [
    'No se pudo traer esta parte de la página. Revise la conexión.',
    'This part of the page could not be fetched. Check the connection.',
  ],

  undoWhat: ['Deshacer: {0} (Ctrl+Z)', 'Undo: {0} (Ctrl+Z)'],
  redoWhat: ['Rehacer: {0} (Ctrl+Y)', 'Redo: {0} (Ctrl+Y)'],
  saveCopy: ['Guardar copia', 'Save a copy'],

  savedAt: ['Guardado en este equipo {0}', 'Saved on this computer {0}'],
  saving: ['Guardando…', 'Saving…'],
  unsaved: ['Todavía sin cambios', 'No changes yet'],
  quota: [
    'Ya no cabe en este navegador: lo último no está guardado. Guarde una copia en archivo ahora.',
    'This browser is full: your last changes are not saved. Save a copy in a file now.',
  ],
  denied: [
    'Este navegador no permite guardar. Guarde una copia en archivo antes de cerrar.',
    'This browser does not allow saving data. Save a copy in a file before you close it.',
  ],
  mayVanish: ['El navegador puede borrarlo: guarde copias', 'The browser may delete it: save copies'],
  copyNever: ['Sin copia en archivo', 'No copy in a file'],
  copyToday: ['Última copia en archivo: hoy', 'Last copy in a file: today'],
  copyYesterday: ['Última copia en archivo: ayer', 'Last copy in a file: yesterday'],
  copyDays: ['Última copia en archivo: hace {0} días', 'Last copy in a file: {0} days ago'],

  editHere: ['Editar aquí', 'Edit here'],
  sampleBanner: [
    'Es un ejemplo: cambie lo que quiera, todo se puede deshacer. Los valores con esquina doblada son ilustrativos.',
    'This is an example: change what you like, everything can be undone. Values with a folded corner are illustrative.',
  ],
  sampleAgain: ['Volver al ejemplo original', 'Back to the original example'],
})
