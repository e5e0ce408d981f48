import { expect, test } from '@playwright/test'
import type { CalendarView, DayOff, DayRow, FindingItem, OwnDayRow } from '../../src/gen/rpc'
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
import { calendarParser, citationOf, fieldsOf, isElectionDay, joinProfiles, splitProfiles } from '../../src/views/calendar/domain'
import { asksInstead, hasDates, isIllustrative, isInvalid, isOneDay, mayRepeat, newYear, ownDay, pendingOf } from '../../src/views/calendar/ownDay'
import { columnOf, pasteCommand } from '../../src/views/calendar/paste'

test.beforeEach(() => {
  language.value = 'es-MX'
})

/** Parses days of May and August 2027, such as "9 ago", which is all that these tests type. */
const dates: Parser['date'] = async (text) => {
  const [, day, month] = /^(\d{1,2})(?: de)? (mayo|ago|agosto)$/.exec(text.trim()) ?? []
  if (!day) return undefined
  return `2027-${month === 'mayo' ? '05' : '08'}-${day.padStart(2, '0')}`
}

const goodFriday: DayOff = { date: '2027-03-26', key: 'good-friday', name: 'Viernes santo', kind: '', basis: '', status: 'projected' }

const parser = calendarParser({
  date: dates,
  rule: async (text) => (text === 'cuando llueva' ? {} : { rule: text, when: `cada ${text}` }),
  daysOff: async () => [goodFriday],
})

const own = (row: Partial<OwnDayRow>, findings: FindingItem[] = [], daysOff: DayOff[] = []) =>
  ownDay({ id: 'd', label: 'Vacaciones', when: '', effect: 0, ...row }, fieldsOf(row.kind), findings, daysOff)

test.describe('rules of the domain', () => {
  const spans: [text: string, start: string | undefined, end: string | undefined][] = [
    ['13 al 15 de mayo', '2027-05-13', '2027-05-15'],
    ['del 9 al 13 de agosto', '2027-08-09', '2027-08-13'],
    ['9 ago - 13 ago', '2027-08-09', '2027-08-13'],
    ['30 mayo–9 ago', '2027-05-30', '2027-08-09'],
    ['9 ago', undefined, undefined],
    ['9 al lunes', undefined, undefined],
    ['', undefined, undefined],
  ]
  for (const [text, start, end] of spans) {
    test(`the span of “${text}”`, async () => {
      expect(await parser.span(text)).toEqual(start && { start, end })
    })
  }

  test('the last day of a span is completed from a given date, and the first from the last', async () => {
    const asked: [text: string, near?: string][] = []
    const date: Parser['date'] = async (text, near) => {
      asked.push([text, near])
      return dates(text)
    }
    await calendarParser({ ...parser, date }).span('9 al 10 ago', '2027-01-01')
    expect(asked).toEqual([
      ['10 ago', '2027-01-01'],
      ['9 ago', '2027-08-10'],
    ])
  })

  const rules: [start: string, end: string, keys: string[]][] = [
    ['2027-05-13', '2027-05-13', ['05-13']],
    ['2027-05-13', '2027-05-15', ['05-13 3d']],
    ['2027-03-28', '2027-03-28', ['03-28', 'Easter']],
    ['2027-03-24', '2027-03-24', ['03-24', 'Easter-4']],
    ['2027-03-22', '2027-03-26', ['03-22 5d', 'Easter-6 5d']],
    ['2027-03-21', '2027-03-21', ['03-21', 'Easter-7']],
    ['2027-04-04', '2027-04-04', ['04-04', 'Easter+7']],
    ['2027-04-05', '2027-04-05', ['04-05']],
    ['2027-03-20', '2027-03-20', ['03-20']],
  ]
  for (const [start, end, keys] of rules) {
    test(`the rules that repeat ${start} to ${end}`, async () => {
      expect((await parser.yearlyRules({ start, end }, 2027)).map(({ key }) => key)).toEqual(keys)
    })
  }

  test('the fields of each kind', () => {
    const kinds = ['local-day', 'vacation', 'half-day', 'day-off', 'moved-day', 'work-day', undefined]
    expect(kinds.map((kind) => fieldsOf(kind).words)).toEqual(['name', 'name', 'name', 'reason', 'reason', 'reason', 'name'])
    expect(kinds.filter((kind) => fieldsOf(kind).oneDay)).toEqual(['moved-day'])
    expect(kinds.filter((kind) => fieldsOf(kind).instead !== 'none')).toEqual(['moved-day', 'work-day'])
    expect(kinds.filter((kind) => fieldsOf(kind).repeats !== 'rule')).toEqual(['moved-day', 'work-day'])
  })

  test('a composition is split as far as its parts are known', () => {
    const known = ['jalisco', 'bancos', 'lft'].map((key) => ({ key, label: key }))
    expect(splitProfiles('jalisco', known)).toEqual({ first: 'jalisco', added: [] })
    expect(splitProfiles('jalisco + bancos', known)).toEqual({ first: 'jalisco', added: ['bancos'] })
    expect(splitProfiles('lft - bancos + jalisco', known)).toEqual({ first: 'lft - bancos', added: ['jalisco'] })
    expect(splitProfiles('jalisco + marte', known)).toEqual({ first: 'jalisco + marte', added: [] })
    expect(splitProfiles('', known)).toEqual({ first: '', added: [] })
    expect(joinProfiles(['jalisco', 'bancos'])).toBe('jalisco + bancos')
  })

  test('citations and elections', () => {
    expect(citationOf('LFT art. 74')).toBe('LFT art. 74')
    expect(citationOf(' (de memoria)')).toBe('')
    const blackout = { name: '', start: '2027-04-04', end: '2027-06-06', basis: '', status: 'sourced' as const }
    expect(isElectionDay([blackout], '2027-06-06')).toBe(true)
    expect(isElectionDay([blackout], '2027-06-05')).toBe(false)
  })
})

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

  test('which kinds can repeat, and which have a day off in exchange', () => {
    const dated = { start: '2027-10-12', end: '2027-10-12' }
    const holiday = { ...goodFriday, date: '2027-10-12', key: 'columbus' }
    const cases: [name: string, day: ReturnType<typeof own>, repeats: boolean, instead: boolean][] = [
      ['vacation', own({ kind: 'vacation', ...dated }), true, false],
      ['moved day', own({ kind: 'moved-day', ...dated }), false, true],
      ['worked day without dates', own({ kind: 'work-day' }), true, true],
      ['worked day that is no holiday', own({ kind: 'work-day', ...dated }), false, true],
      ['worked holiday', own({ kind: 'work-day', ...dated }, [], [holiday]), true, true],
      ['worked days', own({ kind: 'work-day', start: '2027-10-12', end: '2027-10-13' }, [], [holiday]), false, false],
      ['vacation with a day left by another kind', own({ kind: 'vacation', instead: '2027-10-11' }), true, true],
    ]
    for (const [name, day, repeats, instead] of cases) {
      expect(mayRepeat(day), name).toBe(repeats)
      expect(asksInstead(day), name).toBe(instead)
    }
  })

  test('a plan without a year has no date to complete others from', () => {
    expect(newYear(2027)).toBe('2027-01-01')
    expect(newYear(0)).toBeUndefined()
  })
})

test.describe('commands', () => {
  const path = (field: string) => `ownDays[d].${field}`

  test('a new own day gets the picked days, or the first of them', () => {
    const days = { start: '2027-08-09', end: '2027-08-13' }
    const value = (kind: string, picked?: typeof days) => {
      const command = insertOwnDay('n', kind, fieldsOf(kind), 'Etiqueta', picked)
      return command.kind === 'change' && command.edits?.[0]?.value
    }
    expect(value('vacation', days)).toEqual({ id: 'n', kind: 'vacation', name: 'Etiqueta', span: days })
    expect(value('moved-day', days)).toEqual({ id: 'n', kind: 'moved-day', span: { start: '2027-08-09', end: '2027-08-09' } })
    expect(value('day-off')).toEqual({ id: 'n', kind: 'day-off' })
    const first = (kind: string, dated: boolean) => firstEmptyField(fieldsOf(kind), dated)
    expect([first('vacation', true), first('day-off', true), first('moved-day', true), first('moved-day', false)]).toEqual([
      'name',
      'reason',
      'instead',
      'span.start',
    ])
    expect(removeOwnDay('d')).toEqual(change({ op: 'remove', path: 'ownDays[d]' }))
  })

  test('a text is set, and an empty one clears the field', () => {
    expect(setField(own({}), 'name', ' Verano ')).toEqual(change(set(path('name'), 'Verano')))
    expect(setField(own({}), 'name', ' ')).toEqual(change(set(path('name'), null)))
  })

  const start = (date: string) => set(path('span.start'), date)
  const end = (date: string) => set(path('span.end'), date)
  const starts: [name: string, row: Partial<OwnDayRow>, text: string, command: unknown][] = [
    ['a date sets both ends', {}, '9 ago', change(start('2027-08-09'), end('2027-08-09'))],
    ['a date keeps a last day', { end: '2027-08-13' }, '9 ago', change(start('2027-08-09'))],
    [
      'a date keeps a pending last day',
      { pending: [{ path: 'ownDays[d].span.end', text: '31/02' }] },
      '9 ago',
      change(start('2027-08-09')),
    ],
    ['a moved day is a single day', { kind: 'moved-day', end: '2027-08-13' }, '9 ago', change(start('2027-08-09'), end('2027-08-09'))],
    ['a span sets both ends', { end: '2027-12-31' }, '9 al 10 de agosto', change(start('2027-08-09'), end('2027-08-10'))],
    [
      'a moved day accepts no span',
      { kind: 'moved-day' },
      '9 al 10 de agosto',
      { kind: 'change', pending: [{ path: path('span.start'), text: '9 al 10 de agosto' }] },
    ],
    ['another text is kept as pending', {}, '31/02', { kind: 'change', pending: [{ path: path('span.start'), text: '31/02' }] }],
  ]
  for (const [name, row, text, command] of starts) {
    test(name, async () => {
      expect(await startCommand(own(row), text, undefined, parser)).toEqual(command)
    })
  }

  test('a rule takes effect in the fiscal year unless it has a date', async () => {
    const since = '2027-01-01'
    expect(await ruleCommand(own({}), '05-13', since, parser)).toEqual(change(set(path('rule'), '05-13'), set(path('valid.start'), since)))
    expect(await ruleCommand(own({ validFrom: '2020-01-01' }), '05-13', since, parser)).toEqual(change(set(path('rule'), '05-13')))
    expect(await ruleCommand(own({}), 'cuando llueva', undefined, parser)).toEqual(change(set(path('rule'), 'cuando llueva')))
    expect(await ruleCommand(own({}), ' ', since, parser)).toEqual(change(set(path('rule'), null), set(path('valid'), null)))
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
    const columns = (kind: string) => ['span.start', 'span.end', 'name', 'reason', 'document', 'rule'].map((field) => columnOf(fieldsOf(kind), field))
    expect(columns('vacation')).toEqual([0, 1, 2, 2, 3, -1])
    expect(columns('day-off')).toEqual([0, 1, 2, 2, 3, -1])
  })

  test('a line fills an own day, and each further line inserts one', async () => {
    const command = await paste({ kind: 'vacation' }, 'span.start', [
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
        { op: 'insert', path: 'ownDays', value: { id: 'n', kind: 'vacation' } },
        set('ownDays[n].span.start', '2027-08-20'),
        set('ownDays[n].name', 'Otro'),
        set('ownDays[n].document', null),
      ],
      pending: [{ path: 'ownDays[n].span.end', text: '31/02' }],
    })
  })

  test('a span in the first cell sets both dates, and so does a single date', async () => {
    const span = await paste({}, 'span.start', [['9 al 10 de agosto', '', 'X']])
    expect(span).toMatchObject({ edits: [set('ownDays[d].span.start', '2027-08-09'), set('ownDays[d].span.end', '2027-08-10'), { value: 'X' }] })
    const date = await paste({}, 'span.start', [['9 ago', '', 'X']])
    expect(date).toMatchObject({ edits: [set('ownDays[d].span.start', '2027-08-09'), set('ownDays[d].span.end', '2027-08-09'), { value: 'X' }] })
  })

  test('a reason takes the column of the name', async () => {
    const command = await paste({ kind: 'day-off' }, 'reason', [['Luto', 'Circular 1']])
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
    const cell = (mark: string, rows: DayRow[] = [], date = '2027-08-09') => ({ date, mark, rows, blackout: false, election: false })
    expect(markOf(cell('w'), view())).toBe('worked')
    expect(markOf(cell('h'), view())).toBe('half')
    expect(markOf(cell('o'), view())).toBe('off')
    expect(markOf(cell('r'), view())).toBe('rest')
    expect(markOf(cell('r', [rowOf('2027-08-09')]), view())).toBe('off')
    expect(markOf(cell('w', [rowOf('2027-08-09', { worked: true })]), view())).toBe('opened')
    expect(markOf(cell('w', [], '2027-08-14'), view())).toBe('opened')
    expect(wordsOfCell(cell('w'), 'worked', '2027-08-09', view())).toEqual(['Hoy'])
    expect(wordsOfCell(cell('o'), 'off', '', view())).toEqual(['Día inhábil'])
    expect(wordsOfCell(cell('w', [rowOf('2027-08-09', { worked: true, why: 'se trabaja' })]), 'opened', '', view())).toEqual(['Verano: se trabaja'])
    expect(wordsOfCell({ ...cell('w'), blackout: true, election: true }, 'worked', '', view())).toEqual(['Jornada electoral; termina la veda'])
  })

  test('a run over two months is listed in both', () => {
    const days = ['2027-07-30', '2027-07-31', '2027-08-01'].map((date) => rowOf(date))
    const blackouts = [{ name: 'Veda', start: '2027-07-04', end: '2027-08-06', basis: '', status: 'sourced' as const }]
    const calendar = view({ days, blackouts })
    const words = (month: number) =>
      specialDays(monthsOf(2027, calendar)[month]!, 2027, runsOf(days), calendar).map(({ start, end, text }) => `${start.slice(5)} ${end.slice(5)} ${text}`)
    expect(words(6)).toEqual(['07-04 07-04 Empieza la veda electoral', '07-30 07-31 Verano'])
    expect(words(7)).toEqual(['08-01 08-01 Verano', '08-06 08-06 Jornada electoral; termina la veda'])
    expect(words(8)).toEqual([])
  })
})
