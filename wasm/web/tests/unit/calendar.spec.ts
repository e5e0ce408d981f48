import { expect, test } from '@playwright/test'
import type { BlackoutRow, CalendarView, DayOff, DayRow, FindingItem, OwnDayKind, OwnDayRow } from '../../src/gen/rpc'
import { language } from '../../src/language'
import { change, set } from '../../src/plan/commands'
import type { Parser } from '../../src/plan'
import {
  clearRule,
  firstEmptyField,
  insertOwnDay,
  removeOwnDay,
  repeatByHoliday,
  repeatByRule,
  ruleCommand,
  setField,
  startCommand,
  workWeekCommand,
} from '../../src/views/calendar/commands'
import { markOf, monthsOf, runsOf, weekdayOf } from '../../src/views/calendar/days'
import { specialDays, wordsOfCell } from '../../src/views/calendar/dayWords'
import { hasInstead, hasDates, isIllustrative, isInvalid, isOneDay, mayRepeat, newYear, ownDay, pendingOf, wordsOf } from '../../src/views/calendar/ownDay'
import { columnOf, pasteCommand } from '../../src/views/calendar/paste'

test.beforeEach(() => {
  language.value = 'es-MX'
})

/** Parses days of August 2027, such as "9 ago", and spans of them; nothing else is typed here. */
const parser: Parser = {
  date: async (text) => {
    const [, day] = /^(\d{1,2}) ago$/.exec(text) ?? []
    return day ? { date: `2027-08-${day.padStart(2, '0')}` } : { reason: `“${text}” no es una fecha.` }
  },
  span: async (text) => {
    const [, first, last] = /^(\d{1,2})(?: al (\d{1,2}))? ago$/.exec(text) ?? []
    if (!first) return { reason: `“${text}” no son dos fechas.` }
    const dateOf = (day: string) => `2027-08-${day.padStart(2, '0')}`
    return { start: dateOf(first), end: dateOf(last ?? first), single: !last }
  },
  rule: async (text) => {
    if (text === 'cuando llueva') return { reason: 'No es una regla.' }
    if (text === '05-12') return { reason: 'Son dos.', readings: [{ key: '12-05', label: 'cada 5 de diciembre' }, { key: '05-12', label: 'cada 12 de mayo' }] }
    return { rule: text, when: `cada ${text}` }
  },
  yearlyRules: async () => [],
}

/** A kind without optional fields, and one of each combination of the engine. */
const kinds = {
  plain: { key: 'plain', label: 'Sin campos' },
  named: { key: 'named', label: 'Vacaciones', takesRule: true },
  reasoned: { key: 'reasoned', label: 'Descanso', needsReason: true, takesRule: true },
  moved: { key: 'moved', label: 'Recorrido', oneDay: true, needsReason: true, takesInstead: true, needsInstead: true },
  worked: { key: 'worked', label: 'Se trabaja', needsReason: true, takesHoliday: true, takesInstead: true },
} satisfies Record<string, OwnDayKind>

const holiday: DayOff = { date: '2027-10-12', key: 'columbus', name: '12 de octubre', kind: '', basis: '', status: 'sourced' }

const own = (row: Partial<OwnDayRow>, findings: FindingItem[] = [], daysOff: DayOff[] = []) =>
  ownDay({ id: 'd', label: 'Vacaciones', when: '', effect: 0, kind: 'named', ...row }, Object.values(kinds), findings, daysOff)

test.describe('an own day', () => {
  test('its findings, without the one that a value is illustrative', () => {
    const finding = (path: string, code = 'x') => ({ path, code, severity: 'warning', text: '' }) as FindingItem
    const day = own({}, [finding('ownDays[d].span'), finding('ownDays[d].name', 'value.illustrative'), finding('ownDays[e]')])
    expect(day.findings.map(({ path }) => path)).toEqual(['ownDays[d].span'])
    expect(['span.start', 'span.end', 'name'].map((field) => isInvalid(day, field))).toEqual([true, true, false])
    expect(isInvalid(own({}, [finding('ownDays[d]')]), 'name')).toBe(false)
  })

  test('pending texts and illustrative values', () => {
    const day = own({ pending: [{ path: 'ownDays[d].span.end', text: '31/02' }], illustrative: ['ownDays[d].span'] })
    expect(pendingOf(day, 'span.end')).toBe('31/02')
    expect(pendingOf(day, 'span.start')).toBeUndefined()
    expect(hasDates(day)).toBe(true)
    expect(isOneDay(day)).toBe(false)
    expect(isIllustrative(day, 'span.start')).toBe(true)
    expect(isIllustrative(day, 'name')).toBe(false)
  })

  test('its kind is one of those of the engine, or an empty one', () => {
    expect(own({ kind: 'moved' }).kind).toBe(kinds.moved)
    expect(own({ kind: 'marte' }).kind).toEqual({ key: '', label: '' })
    expect(own({ kind: undefined }).kind).toEqual({ key: '', label: '' })
    expect(Object.values(kinds).map(wordsOf)).toEqual(['name', 'name', 'reason', 'reason', 'reason'])
  })

  test('which kinds can repeat, and which have a day off in exchange', () => {
    const dated = { start: '2027-10-12', end: '2027-10-12' }
    const cases: [name: string, day: ReturnType<typeof own>, repeats: boolean, instead: boolean][] = [
      ['vacation', own({ kind: 'named', ...dated }), true, false],
      ['a kind without fields', own({ kind: 'plain', ...dated }), false, false],
      ['moved day', own({ kind: 'moved', ...dated }), false, true],
      ['worked day without dates', own({ kind: 'worked' }), true, true],
      ['worked day that is not a holiday', own({ kind: 'worked', ...dated }), false, true],
      ['worked holiday', own({ kind: 'worked', ...dated }, [], [holiday]), true, true],
      ['worked days', own({ kind: 'worked', start: '2027-10-12', end: '2027-10-13' }, [], [holiday]), false, false],
      ['vacation with a day left by another kind', own({ kind: 'named', instead: '2027-10-11' }), true, true],
    ]
    for (const [name, day, repeats, instead] of cases) {
      expect(mayRepeat(day), name).toBe(repeats)
      expect(hasInstead(day), name).toBe(instead)
    }
  })

  test('without a fiscal year there is no date that completes a typed one', () => {
    expect(newYear(2027)).toBe('2027-01-01')
    expect(newYear(0)).toBeUndefined()
  })
})

test.describe('commands', () => {
  const path = (field: string) => `ownDays[d].${field}`

  test('a new own day gets the picked days, or the first of them', () => {
    const days = { start: '2027-08-09', end: '2027-08-13' }
    const value = (kind: OwnDayKind, picked?: typeof days) => {
      const command = insertOwnDay('n', kind, picked)
      return command.kind === 'change' && command.edits?.[0]?.value
    }
    expect(value(kinds.named, days)).toEqual({ id: 'n', kind: 'named', name: 'Vacaciones', span: days })
    expect(value(kinds.moved, days)).toEqual({ id: 'n', kind: 'moved', span: { start: '2027-08-09', end: '2027-08-09' } })
    expect(value(kinds.reasoned)).toEqual({ id: 'n', kind: 'reasoned' })
    const dated = [kinds.named, kinds.reasoned, kinds.worked, kinds.moved].map((kind) => firstEmptyField(kind, true))
    expect(dated).toEqual(['name', 'reason', 'reason', 'instead'])
    expect(firstEmptyField(kinds.moved, false)).toBe('span.start')
    expect(removeOwnDay('d')).toEqual(change({ op: 'remove', path: 'ownDays[d]' }))
  })

  test('a text is set, and an empty one clears the field', () => {
    expect(setField(own({}), 'name', ' Verano ')).toEqual(change(set(path('name'), 'Verano')))
    expect(setField(own({}), 'name', ' ')).toEqual(change(set(path('name'), null)))
  })

  const start = (date: string) => set(path('span.start'), date)
  const end = (date: string) => set(path('span.end'), date)
  const keeps = (text: string) => ({ kind: 'change', pending: [{ path: path('span.start'), text }] })
  const starts: [name: string, row: Partial<OwnDayRow>, text: string, command: unknown, reason?: string][] = [
    ['a date sets both ends', {}, '9 ago', change(start('2027-08-09'), end('2027-08-09'))],
    ['a date keeps a last day', { end: '2027-08-13' }, '9 ago', change(start('2027-08-09'))],
    [
      'a date keeps a pending last day',
      { pending: [{ path: 'ownDays[d].span.end', text: '31/02' }] },
      '9 ago',
      change(start('2027-08-09')),
    ],
    ['a moved day is a single day', { kind: 'moved', end: '2027-08-13' }, '9 ago', change(start('2027-08-09'), end('2027-08-09'))],
    ['a span sets both ends', { end: '2027-12-31' }, '9 al 10 ago', change(start('2027-08-09'), end('2027-08-10'))],
    ['a span of one day sets both ends', { end: '2027-12-31' }, '9 al 9 ago', change(start('2027-08-09'), end('2027-08-09'))],
    ['a moved day accepts no span', { kind: 'moved' }, '9 al 10 ago', keeps('9 al 10 ago'), '“9 al 10 ago” no es una fecha.'],
    ['another text is kept as pending', {}, '31/02', keeps('31/02'), '“31/02” no son dos fechas.'],
  ]
  for (const [name, row, text, command, reason] of starts) {
    test(name, async () => {
      expect(await startCommand(own(row), text, undefined, parser)).toEqual({ command, reason })
    })
  }

  test('a typed span is completed from the given date', async () => {
    const args: unknown[] = []
    const span: Parser['span'] = async (text, near) => {
      args.push(text, near)
      return {}
    }
    await startCommand(own({}), '9 al 10 ago', '2027-01-01', { ...parser, span })
    expect(args).toEqual(['9 al 10 ago', '2027-01-01'])
  })

  test('a rule takes effect in the fiscal year unless it has a date', async () => {
    const since = '2027-01-01'
    expect((await ruleCommand(own({}), '05-13', since, parser)).command).toEqual(change(set(path('rule'), '05-13'), set(path('valid.start'), since)))
    expect((await ruleCommand(own({ validFrom: '2020-01-01' }), '05-13', since, parser)).command).toEqual(change(set(path('rule'), '05-13')))
    expect(await ruleCommand(own({}), 'cuando llueva', undefined, parser)).toEqual({
      command: change(set(path('rule'), 'cuando llueva')),
      reason: expect.any(String),
    })
    expect(await ruleCommand(own({}), '05-12', since, parser)).toEqual({
      command: { kind: 'change', pending: [{ path: path('rule'), text: '05-12' }] },
      reason: expect.any(String),
    })
    expect(await ruleCommand(own({}), ' ', since, parser)).toEqual({ command: change(set(path('rule'), null), set(path('valid'), null)) })
  })

  test('a rule replaces the dates, and dates replace the rule', () => {
    const day = own({ start: '2027-05-13', instead: '2027-05-14' })
    const cleared = [set(path('span'), null), set(path('instead'), null)]
    expect(repeatByRule(day, '05-13', '2027-01-01')).toEqual(
      change(...cleared, set(path('rule'), '05-13'), set(path('valid.start'), '2027-01-01')),
    )
    expect(repeatByRule(own({ start: '2027-05-13' }), '05-13', undefined)).toEqual(
      change(set(path('span'), null), set(path('rule'), '05-13'), set(path('valid.start'), '2027-05-13')),
    )
    expect(repeatByHoliday(day, 'columbus')).toEqual(change(...cleared, set(path('holiday'), 'columbus')))
    expect(clearRule(own({ rule: '05-13', validFrom: '2027-01-01' }))).toEqual([change(set(path('rule'), null), set(path('valid'), null))])
    expect(clearRule(own({ holiday: 'columbus' }))).toEqual([change(set(path('holiday'), null))])
    expect(clearRule(own({}))).toEqual([])
  })

  test('the work week is kept in order, and cleared when no day is worked', () => {
    const week = ['monday', 'tuesday', 'saturday']
    expect(workWeekCommand(week, ['tuesday', 'monday'], 'saturday', true)).toEqual(change(set('workWeek', week)))
    expect(workWeekCommand(week, ['monday', 'saturday'], 'saturday', false)).toEqual(change(set('workWeek', ['monday'])))
    expect(workWeekCommand(week, ['monday'], 'monday', false)).toEqual(change(set('workWeek', null)))
  })
})

test.describe('cells of a spreadsheet', () => {
  const paste = (row: Partial<OwnDayRow>, field: string, lines: string[][]) =>
    pasteCommand(own(row), field, lines, undefined, parser, () => 'n')

  test('the columns of a kind', () => {
    const columns = (kind: OwnDayKind) => ['span.start', 'span.end', 'name', 'reason', 'document', 'rule'].map((field) => columnOf(kind, field))
    expect(columns(kinds.named)).toEqual([0, 1, 2, 2, 3, -1])
    expect(columns(kinds.reasoned)).toEqual([0, 1, 2, 2, 3, -1])
  })

  test('a line fills an own day, and each further line inserts one', async () => {
    const command = await paste({}, 'span.start', [
      ['9 ago', '13 ago', 'Verano', 'Oficio 4'],
      ['', '', '', ''],
      ['20 ago', '31/02', 'Otro', ''],
    ])
    expect(command).toEqual({
      kind: 'change',
      edits: [
        set('ownDays[d].span.start', '2027-08-09'),
        set('ownDays[d].span.end', '2027-08-13'),
        set('ownDays[d].name', 'Verano'),
        set('ownDays[d].document', 'Oficio 4'),
        { op: 'insert', path: 'ownDays', value: { id: 'n', kind: 'named' } },
        set('ownDays[n].span.start', '2027-08-20'),
        set('ownDays[n].name', 'Otro'),
        set('ownDays[n].document', null),
      ],
      pending: [{ path: 'ownDays[n].span.end', text: '31/02' }],
    })
  })

  test('a span in the first cell sets both dates, and so does a single date', async () => {
    const span = await paste({}, 'span.start', [['9 al 10 ago', '', 'X']])
    expect(span).toMatchObject({ edits: [set('ownDays[d].span.start', '2027-08-09'), set('ownDays[d].span.end', '2027-08-10'), { value: 'X' }] })
    const date = await paste({}, 'span.start', [['9 ago', '', 'X']])
    expect(date).toMatchObject({ edits: [set('ownDays[d].span.start', '2027-08-09'), set('ownDays[d].span.end', '2027-08-09'), { value: 'X' }] })
  })

  test('a text that is not a date is kept', async () => {
    const command = await paste({}, 'span.start', [['31/02', '', 'X']])
    expect(command).toEqual({
      kind: 'change',
      edits: [set('ownDays[d].span.end', null), set('ownDays[d].name', 'X')],
      pending: [{ path: 'ownDays[d].span.start', text: '31/02' }],
    })
  })

  test('a reason takes the column of the name', async () => {
    const command = await paste({ kind: 'reasoned' }, 'reason', [['Luto', 'Circular 1']])
    expect(command).toMatchObject({ edits: [set('ownDays[d].reason', 'Luto'), set('ownDays[d].document', 'Circular 1')] })
  })
})

test.describe('the year', () => {
  const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
  const rowOf = (date: string, more: Partial<DayRow> = {}): DayRow => ({
    date,
    name: 'Verano',
    kind: 'Vacaciones',
    why: 'no se trabaja',
    basis: '',
    status: 'sourced',
    ...more,
  })
  const view = (more: Partial<CalendarView> = {}): CalendarView => ({
    name: 'Jalisco',
    workWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    profiles: [],
    marks: Array.from({ length: 365 }, (_, i) => ((i + 4) % 7 < 5 ? 'w' : 'r')).join(''),
    businessDays: Array.from({ length: 12 }, () => 20),
    days: [],
    own: [],
    weekdays: weekdays.map((key) => ({ key, label: key })),
    kinds: [],
    ...more,
  })

  test('weeks start on Monday, in common and in leap years', () => {
    expect(weekdayOf('2027-01-01')).toBe(4)
    expect(weekdayOf('2027-03-01')).toBe(0)
    for (const year of [2027, 2028]) {
      const months = monthsOf(year, view())
      const days = months.flatMap(({ weeks }) => weeks.flat()).filter((cell) => cell !== undefined)
      expect(days).toHaveLength(year === 2028 ? 366 : 365)
      for (const { weeks } of months) {
        for (const week of weeks) {
          expect(week).toHaveLength(7)
          for (const [i, cell] of week.entries()) if (cell) expect(weekdayOf(cell.date), cell.date).toBe(i)
        }
      }
    }
    expect(monthsOf(2027, view({ marks: '' }))).toEqual([])
  })

  test('consecutive days with the same description are one run', () => {
    const runs = runsOf([rowOf('2027-08-09'), rowOf('2027-08-10', { why: 'descanso' }), rowOf('2027-08-10', { name: 'Otro' }), rowOf('2027-08-12')])
    expect(runs.map(({ start, end, why }) => [start, end, why])).toEqual([
      ['2027-08-09', '2027-08-10', ['no se trabaja', 'descanso']],
      ['2027-08-10', '2027-08-10', ['no se trabaja']],
      ['2027-08-12', '2027-08-12', ['no se trabaja']],
    ])
    expect(runsOf([rowOf('2027-08-09'), rowOf('2027-08-09')])).toHaveLength(1)
  })

  test('the mark of a day, and its words', () => {
    const cell = (mark: string, rows: DayRow[] = []) => ({ date: '2027-08-09', mark, rows, blackout: false, election: false })
    expect([...'whorx'].map((mark) => markOf(cell(mark)))).toEqual(['worked', 'half', 'off', 'rest', 'opened'])
    expect(markOf(cell('r', [rowOf('2027-08-09')]))).toBe('off')
    expect(markOf(cell('w', [rowOf('2027-08-09', { worked: true })]))).toBe('opened')
    expect(wordsOfCell(cell('w'), 'worked', '2027-08-09', view())).toEqual(['Hoy'])
    expect(wordsOfCell(cell('o'), 'off', '', view())).toEqual(['Día inhábil'])
    expect(wordsOfCell(cell('w', [rowOf('2027-08-09', { worked: true, why: 'se trabaja' })]), 'opened', '', view())).toEqual(['Verano: se trabaja'])
    expect(wordsOfCell({ ...cell('w'), blackout: true }, 'worked', '', view())).toEqual(['Veda electoral'])
  })

  const blackout: BlackoutRow = { name: 'Veda', start: '2027-07-04', end: '2027-08-06', election: '2027-08-06', basis: '', status: 'sourced' }

  test('the day of an election comes from the engine', () => {
    const cells = (more: Partial<BlackoutRow> = {}) => {
      const calendar = view({ blackouts: [{ ...blackout, ...more }] })
      const days = monthsOf(2027, calendar).flatMap(({ weeks }) => weeks.flat())
      return ['2027-08-05', '2027-08-06', '2027-08-07'].map((date) => {
        const cell = days.find((day) => day?.date === date)!
        return [cell.election, ...wordsOfCell(cell, 'worked', '', calendar)]
      })
    }
    expect(cells()).toEqual([[false, 'Veda electoral'], [true, 'Jornada electoral; termina la veda'], [false]])
    expect(cells({ election: '2027-08-05' })).toEqual([[true, 'Jornada electoral', 'Veda electoral'], [false, 'Veda electoral'], [false]])
    expect(cells({ election: '2027-08-07' })).toEqual([[false, 'Veda electoral'], [false, 'Veda electoral'], [true, 'Jornada electoral']])
  })

  test('a run over two months is listed in both', () => {
    const days = ['2027-07-30', '2027-07-31', '2027-08-01'].map((date) => rowOf(date))
    const calendar = view({ days, blackouts: [blackout] })
    const words = (month: number, calendar: CalendarView) =>
      specialDays(monthsOf(2027, calendar)[month]!, 2027, runsOf(days), calendar).map(({ start, end, text }) => `${start.slice(5)} ${end.slice(5)} ${text}`)
    expect(words(6, calendar)).toEqual(['07-04 07-04 Empieza la veda electoral', '07-30 07-31 Verano'])
    expect(words(7, calendar)).toEqual(['08-01 08-01 Verano', '08-06 08-06 Jornada electoral; termina la veda'])
    expect(words(8, calendar)).toEqual([])
    const later = view({ days, blackouts: [{ ...blackout, election: '2027-08-08' }] })
    expect(words(7, later)).toEqual(['08-01 08-01 Verano', '08-06 08-06 Termina la veda electoral', '08-08 08-08 Jornada electoral'])
  })
})
