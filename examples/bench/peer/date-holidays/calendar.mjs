// Times date-holidays: node calendar.mjs INPUTS HOLIDAYS [sums]. See ../../peers.
// It knows days off, not business days: who counts or adds with it writes a loop. Its
// own Mexico has other rules, so it is given those of the LFT in its own grammar, and
// is held to our list; where its Mexico differs is printed.

import Holidays from 'date-holidays'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const summed = 1 << 10
const millisecondsOfDay = 86_400_000

const [inputsFile, holidaysFile, sums] = process.argv.slice(2)
const dates = readFileSync(inputsFile, 'utf8').trim().split('\n').map(line => new Date(Number(line.split(' ')[0]) * millisecondsOfDay))
const rows = readFileSync(holidaysFile, 'utf8').trim().split('\n').slice(1).map(line => line.split(','))
const elections = rows.filter(([, key]) => key === 'election').map(([date]) => date)

const rules = [
	['01-01', 'Año Nuevo'],
	['02-05 prior to 2006', 'Día de la Constitución'],
	['1st monday in February since 2006', 'Día de la Constitución'],
	['03-21 prior to 2007', 'Natalicio de Benito Juárez'],
	['3rd monday in March since 2007', 'Natalicio de Benito Juárez'],
	['05-01', 'Día del Trabajo'],
	['09-16', 'Día de la Independencia'],
	['10-01 since 2024 and every 6 years since 2024', 'Transmisión del Poder Ejecutivo Federal'],
	['11-20 prior to 2006', 'Día de la Revolución'],
	['3rd monday in November since 2006', 'Día de la Revolución'],
	['12-01 every 6 years since 2000 and prior to 2024', 'Transmisión del Poder Ejecutivo Federal'],
	['12-25', 'Navidad'],
	...elections.map(date => [date, 'Jornada electoral']),
]

function build() {
	const h = new Holidays()
	h.setTimezone('UTC')
	for (const [rule, name] of rules) {
		if (!h.setHoliday(rule, name)) throw new Error(`date-holidays does not read ${rule}`)
	}
	return h
}

const weekend = date => date.getUTCDay() % 6 === 0
const number = date => date.getTime() / millisecondsOfDay
const holidays = build()
const test = i => !weekend(dates[i % dates.length]) && !holidays.isHoliday(dates[i % dates.length])
const list = year => holidays.getHolidays(year)

// timed prints the time of one call of work, called for a tenth of a second.
function timed(name, work) {
	const start = process.hrtime.bigint()
	for (let i = 0; ; i++) {
		work(i)
		const took = Number(process.hrtime.bigint() - start)
		if (took > 1e8) {
			console.log(`Benchmark${name}/impl=date-holidays ${i + 1} ${(took / (i + 1)).toPrecision(4)} ns/op`)
			return
		}
	}
}

if (sums) {
	const { version } = createRequire(import.meta.url)('date-holidays/package.json')
	console.log(`version date-holidays ${version}`)
	const days = []
	for (let year = 2000; year <= 2040; year++) days.push(...list(year).map(h => new Date(`${h.date.slice(0, 10)}T00:00:00Z`)))
	const ours = new Set(rows.map(([date]) => date))
	const mexico = new Holidays('MX', { types: ['public'] })
	const theirs = new Set()
	for (let year = 2000; year <= 2040; year++) for (const h of mexico.getHolidays(year)) theirs.add(h.date.slice(0, 10))
	const more = [...theirs].filter(d => !ours.has(d)), fewer = [...ours].filter(d => !theirs.has(d))
	console.log(`# date-holidays' Mexico, 2000 to 2040: ${more.length} days off more than the LFT (${more.slice(0, 4).join(', ')}…), ${fewer.length} fewer (${fewer.slice(0, 4).join(', ')}…)`)
	let worked = 0
	const off = new Set(days.map(number))
	for (let n = Date.UTC(2000, 0, 1) / millisecondsOfDay; n < Date.UTC(2041, 0, 1) / millisecondsOfDay; n++) {
		if (!weekend(new Date(n * millisecondsOfDay)) && !off.has(n)) worked += n
	}
	let tested = 0
	for (let i = 0; i < summed; i++) tested += test(i)
	console.log(`sum days date-holidays ${worked}`)
	console.log(`sum test date-holidays ${tested}`)
	console.log(`sum list date-holidays ${[...off].filter(n => !weekend(new Date(n * millisecondsOfDay))).reduce((a, b) => a + b, 0)}`)
}

timed('IsBusinessDay', test)
timed('HolidaysOfYear', i => list(2000 + i % 41))
timed('CompileCalendar/profile=lft/years=41', build)
