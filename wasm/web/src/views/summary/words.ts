import { reader } from '../../language'

export const w = reader({
  mission: ['Misión', 'Mission'],
  vision: ['Visión', 'Vision'],
  officeKind: ['Clase de oficina', 'Kind of office'],
  byName: ['Por su nombre: {0}', 'By its name: {0}'],
  notGiven: ['— sin indicar —', '— not given —'],
  norm: ['Norma {0}, verificada al {1}', 'Norm {0}, verified until {1}'],

  byState: ['Actividades por estado', 'Activities by state'],
  countActivities: ['{0} actividades', '{0} activities'],
  countActivity: ['1 actividad', '1 activity'],
  seeActivities: ['Ver actividades', 'See activities'],
  money: ['Presupuesto del año', 'Budget of the year'],
  byMonth: ['Por mes', 'By month'],

  next: ['Qué sigue', 'What comes next'],
  nothingDue: ['No hay pendientes en los próximos días.', 'Nothing is due in the coming days.'],
  dueMore: ['y {0} más', 'and {0} more'],
  late: ['Vencido', 'Overdue'],
  dueToday: ['Hoy', 'Today'],
  dueIn: ['Faltan {0} días hábiles', '{0} business days left'],
  dueInOne: ['Falta 1 día hábil', '1 business day left'],

  allFindings: ['Ver todas las observaciones', 'See all findings'],

  periods: ['Periodos', 'Periods'],
  closed: ['Cerrado', 'Closed'],
  noPeriods: ['Este plan no tiene periodos todavía.', 'This plan has no periods yet.'],
})
