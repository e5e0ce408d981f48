import type { Page } from '@playwright/test'
import { axe, cell, expect, openDocument, openSample, saved, test, visit } from './planner'

const months = 'Enero Febrero Marzo Abril Mayo Junio Julio Agosto Septiembre Octubre Noviembre Diciembre'.split(' ')

/** The weekdays of 2027 without the holidays of article 38. */
const businessDays = [20, 19, 22, 22, 20, 21, 22, 22, 20, 20, 20, 23]

/** A plan with one activity in the first half of August. */
function plan(more: object = {}) {
  return {
    schema: 1,
    id: 'p',
    title: 'Plan de prueba',
    fiscalYear: 2027,
    office: { name: 'Comunicación', municipality: 'Tonaya' },
    calendar: 'jalisco',
    activities: [{ id: 'feria', name: 'Feria', span: { start: '2027-08-02', end: '2027-08-13' } }],
    ...more,
  }
}

async function openPlan(page: Page, more: object = {}) {
  await openDocument(page, plan(more))
  await expect(page.locator('nav.places')).toBeVisible()
  await visit(page, 'calendario')
}

const month = (page: Page, name: string) => page.locator('.month table', { has: page.locator('caption', { hasText: name }) })

const field = (page: Page, path: string) => page.locator(`.own [data-path$="${path}"]`)

const base = (page: Page) => page.getByRole('combobox', { name: 'Calendario base' })

const undo = (page: Page) => page.locator('.tools').getByRole('button', { name: /^Deshacer/ })

/** Replaces the text of a field and commits it with Enter. */
async function type(page: Page, path: string, text: string) {
  await field(page, path).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

test('twelve months with their business days, and the special days in words', async ({ page }) => {
  await openSample(page, 'calendario')
  await expect(page.locator('.month')).toHaveCount(12)
  for (const [i, name] of months.entries()) {
    const table = month(page, name)
    await expect(table.locator('caption'), name).toContainText(`${businessDays[i]} días hábiles`)
    await expect(table.locator('.day:not(.rest, .off)'), name).toHaveCount(businessDays[i]!)
    await expect(table.locator('thead th').first()).toContainText('Lunes')
  }
  await expect(page.locator('.calendar .lead')).toContainText('251 días hábiles en 2027')
  await expect(month(page, 'Enero').locator('td.off')).toHaveText('1, Año Nuevo')
  await expect(month(page, 'Mayo').locator('[aria-current=date]')).toHaveText('3, Hoy; Veda electoral')
  await expect(month(page, 'Junio').locator('td', { hasText: 'Jornada electoral' })).toHaveText(/^6/)
  const special = page.getByRole('row', { name: /^14 jun 2027/ })
  await expect(special).toContainText('Día Estatal del Nacimiento del Estado Libre y Soberano de Jalisco')
  await expect(special).toContainText('art. 38')
  await expect(special).toContainText('En disputa')
  await expect(page.getByRole('row', { name: /^4 abr – 6 jun 2027/ })).toContainText('3 feb 2027')
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThanOrEqual(2000)
})

test('the feast of the patron changes the business days of an activity', async ({ page }) => {
  await openPlan(page)
  await page.getByRole('button', { name: 'Agregar un día propio' }).click()
  await page.keyboard.press('Enter')
  await expect(field(page, 'span.start')).toBeFocused()
  await expect(page.locator('.own-findings')).toContainText('las fechas')
  await page.keyboard.type('9 ago')
  await page.keyboard.press('Enter')
  await expect(field(page, 'span.start')).toHaveValue('09/08/2027')
  await expect(field(page, 'span.end')).toHaveValue('09/08/2027')
  await page.keyboard.press('Tab')
  await page.keyboard.type('+1d')
  await page.keyboard.press('Tab')
  await expect(field(page, 'span.end')).toHaveValue('10/08/2027')
  await expect(field(page, 'name')).toBeFocused()
  await type(page, 'name', 'Fiesta de San Lorenzo')
  await type(page, 'document', 'Acuerdo 3/2026')
  await expect(page.locator('.own-findings')).toHaveCount(0)
  await expect(month(page, 'Agosto').locator('caption')).toContainText('20 días hábiles')
  await expect(month(page, 'Agosto').locator('td.off')).toHaveText(['9, Fiesta de San Lorenzo', '10, Fiesta de San Lorenzo'])
  const run = page.getByRole('row', { name: /^9–10 ago 2027/ })
  await expect(run).toContainText('Acuerdo 3/2026')
  await expect(run).toContainText('Con fuente')
  await visit(page, 'actividades')
  await expect(cell(page, 0, 'days')).toHaveText('8')

  await visit(page, 'calendario')
  await page.getByRole('button', { name: 'Quitar: Fiesta de San Lorenzo' }).click()
  await expect(month(page, 'Agosto').locator('caption')).toContainText('22 días hábiles')
  await visit(page, 'actividades')
  await expect(cell(page, 0, 'days')).toHaveText('10')
  await page.keyboard.press('Control+z')
  await expect(page.locator('#contenido')).toHaveClass('place-calendario')
  await expect(field(page, 'name')).toHaveValue('Fiesta de San Lorenzo')
})

test('the findings on an own day are beside it, and can be fixed or undone', async ({ page }) => {
  await openPlan(page, {
    ownDays: [{ id: 'v', kind: 'vacation', name: 'Vacaciones', span: { start: '2027-08-09', end: '2027-08-13' } }],
  })
  await expect(month(page, 'Agosto').locator('caption')).toContainText('17 días hábiles')
  await type(page, 'span.start', '20 ago')
  const findings = page.locator('.own-findings')
  await expect(findings).toContainText('13 de agosto de 2027')
  await expect(field(page, 'span.start')).toHaveAttribute('aria-invalid', 'true')
  await expect(field(page, 'name')).not.toHaveAttribute('aria-invalid')
  await expect(month(page, 'Agosto').locator('caption')).toContainText('22 días hábiles')
  await findings.getByRole('button', { name: 'Intercambiar las fechas' }).click()
  await expect(findings).toHaveCount(0)
  await expect(field(page, 'span.end')).toHaveValue('20/08/2027')

  await type(page, 'span.end', '31/02')
  await expect(field(page, 'span.end')).toHaveValue('31/02')
  await expect(field(page, 'span.end')).toHaveAttribute('aria-invalid', 'true')
  await expect(findings).toContainText('31/02')
  expect(await axe(page)).toEqual([])
  // In a field in which nothing was typed, Ctrl+Z undoes the last step of the plan.
  await page.keyboard.press('Control+z')
  await expect(findings).toHaveCount(0)
  await expect(field(page, 'span.end')).toHaveValue('20/08/2027')
  await undo(page).click()
  await expect(field(page, 'span.start')).toHaveValue('20/08/2027')
  await expect(findings).toContainText('13 de agosto de 2027')
  await undo(page).click()
  await expect(field(page, 'span.start')).toHaveValue('09/08/2027')

  await field(page, 'name').fill('Nada')
  await page.keyboard.press('Escape')
  await expect(field(page, 'name')).toHaveValue('Vacaciones')
})

test('a worked day has the fields of its kind, and no others', async ({ page }) => {
  await openPlan(page)
  await page.locator('#own-add').getByRole('button', { name: 'Día que se trabaja' }).click()
  await expect(field(page, '.name')).toHaveCount(0)
  await type(page, 'span.start', '28/09')
  await type(page, 'instead', '26/09')
  await type(page, 'reason', 'Se recorre el descanso')
  await type(page, 'document', 'Circular 1')
  const findings = page.locator('.own-findings')
  await expect(findings).toContainText('ya es inhábil')
  await expect(field(page, 'instead')).toHaveAttribute('aria-invalid', 'true')
  await type(page, 'instead', '27/09')
  await expect(findings).toHaveCount(0)
  const september = month(page, 'Septiembre')
  await expect(september.locator('td.off').last()).toHaveText(/^27/)
  await expect(september.locator('td.opened')).toHaveText(/^28.*se trabaja/i)

  await field(page, '.kind').selectOption('Fiesta o descanso local')
  await expect(findings.first()).toContainText('el día de descanso a cambio')
})

test('a moved day off has a single day, and the day off in exchange', async ({ page }) => {
  await openPlan(page)
  await page.locator('#own-add').getByRole('button', { name: 'Descanso que se recorre' }).click()
  await expect(field(page, 'span.end')).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Repetir cada año/ })).toHaveCount(0)
  await type(page, 'span.start', '28/09')
  await type(page, 'instead', '27/09')
  await type(page, 'reason', 'Puente')
  await type(page, 'document', 'Circular 1')
  await expect(page.locator('.own-findings')).toHaveCount(0)
  await expect(month(page, 'Septiembre').locator('td.off').last()).toHaveText(/^27/)
  await expect(month(page, 'Septiembre').locator('caption')).toContainText('20 días hábiles')
  await type(page, 'span.start', '16/09')
  await expect(field(page, 'span.end')).toHaveCount(0)
  await expect(month(page, 'Septiembre').locator('td.opened')).toHaveText(/^16/)
})

test('a yearly rule is described in words, and can be changed back to dates', async ({ page }) => {
  await openPlan(page, {
    ownDays: [{ id: 'f', kind: 'local-day', name: 'San Isidro', span: { start: '2027-05-13', end: '2027-05-14' } }],
  })
  await page.getByRole('button', { name: /^Repetir cada año/ }).click()
  await expect(field(page, 'rule')).toHaveValue('05-13 2d')
  await expect(page.locator('.own .when')).toContainText('cada 13 de mayo, 2 días')
  await expect(field(page, 'valid.start')).toHaveValue('01/01/2027')
  await expect(month(page, 'Mayo').locator('caption')).toContainText('18 días hábiles')
  await type(page, 'rule', 'cuando llueva')
  await expect(page.locator('.own-findings')).toContainText('cuando llueva')
  await expect(page.locator('aside [role=status]').first()).toHaveText(/“cuando llueva”.*Se guarda como lo escribió\.$/)
  await expect(field(page, 'rule')).toHaveValue('cuando llueva')
  await expect(page.locator('.own .read')).toHaveCount(0)
  await type(page, 'rule', '13 de mayo, 3 días')
  await expect(field(page, 'rule')).toHaveValue('05-13 3d')
  await expect(page.locator('.own .read')).toContainText('Se leyó: cada 13 de mayo, 3 días')
  await expect(page.locator('.own .when')).toContainText('viernes santo')
  await type(page, 'rule', 'primer lunes de mayo')
  await expect(month(page, 'Mayo').locator('caption')).toContainText('19 días hábiles')
  await page.getByRole('button', { name: /^Solo en fechas/ }).click()
  await expect(field(page, 'span.start')).toHaveValue('')
  await expect(month(page, 'Mayo').locator('caption')).toContainText('20 días hábiles')
  await undo(page).click()
  await expect(field(page, 'rule')).toHaveValue('May Mon1')
})

test('a holiday that is worked every year is chosen from the calendar', async ({ page }) => {
  await openPlan(page, { ownDays: [{ id: 'g', kind: 'work-day', reason: 'Guardia', document: 'Circular 2' }] })
  await page.getByRole('button', { name: /^Repetir cada año/ }).click()
  await field(page, 'holiday').selectOption('12 de octubre')
  const twelfth = month(page, 'Octubre').locator('td', { hasText: /^12/ })
  await expect(twelfth).toHaveClass(/opened/)
  await expect(page.locator('.own-findings')).toHaveCount(0)
  await expect(month(page, 'Octubre').locator('caption')).toContainText('21 días hábiles')
})

test('the work week, and a composition of calendars', async ({ page }) => {
  await openPlan(page)
  const january = month(page, 'Enero').locator('caption')
  await page.getByLabel('Sábado').check()
  await expect(january).toContainText('25 días hábiles')
  await page.getByLabel('Sábado').uncheck()
  await expect(january).toContainText('20 días hábiles')

  const banks = page.getByRole('checkbox', { name: /^Instituciones bancarias/ })
  await banks.check()
  await expect(month(page, 'Marzo').locator('caption')).toContainText('20 días hábiles')
  await expect(page.locator('.calendar .lead')).toContainText('artículo 38; Instituciones bancarias')
  await expect(base(page)).toHaveValue('jalisco')
  await expect(page.getByRole('row', { name: /^26 mar 2027/ })).toContainText('Proyectado')
  await base(page).selectOption('Ley Federal del Trabajo, artículo 74')
  await expect(banks).toBeChecked()
  await expect(page.locator('.calendar .lead')).toContainText('artículo 74; Instituciones bancarias')
  await page.keyboard.press('Control+z')
  await banks.uncheck()
  await expect(month(page, 'Marzo').locator('caption')).toContainText('22 días hábiles')
})

test('a composition with an unknown part is kept until another base is chosen', async ({ page }) => {
  await openPlan(page, { calendar: 'lft + marte + bancos' })
  await expect(base(page)).toHaveValue('lft + marte')
  await expect(page.locator('.base .finding')).toContainText('marte')
  const banks = page.getByRole('checkbox', { name: /^Instituciones bancarias/ })
  await expect(banks).toBeChecked()
  await banks.uncheck()
  await expect(undo(page)).toBeEnabled()
  await expect(base(page)).toHaveValue('lft + marte')
  await banks.check()
  await expect(banks).toBeChecked()
  await base(page).selectOption('Ley Federal del Trabajo, artículo 74')
  await expect(page.locator('.calendar .lead')).toContainText('artículo 74; Instituciones bancarias')
  await expect(page.locator('.base .finding')).toHaveCount(0)
  await expect(base(page).locator('option', { hasText: 'marte' })).toHaveCount(0)
})

test('a plan without a calendar offers one', async ({ page }) => {
  await openPlan(page, { calendar: undefined })
  await expect(base(page).locator('option:checked')).toHaveText('— ninguno —')
  await expect(page.getByRole('group', { name: 'Sumar también los días inhábiles de' })).toHaveCount(0)
  await base(page).selectOption('jalisco')
  await expect(page.locator('.month')).toHaveCount(12)
  await expect(base(page).locator('option', { hasText: 'ninguno' })).toHaveCount(0)
})

test('an unknown calendar is reported, and another can be chosen', async ({ page }) => {
  await openPlan(page, { calendar: 'marte' })
  await expect(page.locator('.month')).toHaveCount(0)
  await expect(page.locator('.base .finding')).toContainText('marte')
  expect(await axe(page)).toEqual([])
  await expect(page.getByRole('alert')).toHaveCount(0)
  await base(page).selectOption('jalisco')
  await expect(page.locator('.month')).toHaveCount(12)
  await expect(page.locator('.base .finding')).toHaveCount(0)
})

test('a finding goes to its field', async ({ page }) => {
  await openPlan(page, { ownDays: [{ id: 'd', kind: 'day-off', reason: 'Luto', span: { start: '2027-08-09', end: '2027-08-09' } }] })
  await visit(page, 'observaciones')
  await page.locator('.finding', { hasText: 'Luto' }).getByRole('button', { name: 'Ir al campo' }).click()
  await expect(field(page, 'document')).toBeFocused()
})

test('offline the calendar is loaded, edited and saved', async ({ page, context }) => {
  await openDocument(page, plan())
  await expect(page.locator('nav.places')).toBeVisible()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await context.setOffline(true)
  await page.reload()
  await visit(page, 'calendario')
  await page.locator('#own-add').getByRole('button', { name: 'Vacaciones' }).click()
  await type(page, 'span.start', '9 ago')
  await type(page, 'span.end', '13 ago')
  await expect(month(page, 'Agosto').locator('caption')).toContainText('17 días hábiles')
  await expect(saved(page)).toBeVisible()
  await page.reload()
  await expect(month(page, 'Agosto').locator('caption')).toContainText('17 días hábiles')
  await expect(field(page, 'span.end')).toHaveValue('13/08/2027')
  await expect(page.locator('.month').first()).toHaveCSS('border-top-style', 'solid')
})

test('days are picked in the year, and an own day is added for them', async ({ page }) => {
  await openPlan(page)
  await month(page, 'Junio').getByText('14', { exact: true }).click()
  const picked = page.getByRole('group', { name: '¿Qué pasa estos días?' })
  await expect(picked).toContainText('Lunes 14 jun 2027: Día inhábil; Día Estatal del Nacimiento')
  await month(page, 'Julio').getByText('19', { exact: true }).click()
  await month(page, 'Julio').getByText('30', { exact: true }).click({ modifiers: ['Shift'] })
  await expect(picked).toContainText('19–30 jul 2027')
  expect(await axe(page)).toEqual([])
  await picked.getByRole('button', { name: 'Vacaciones' }).click()
  await expect(field(page, '.name')).toBeFocused()
  await page.keyboard.type('Verano')
  await page.keyboard.press('Enter')
  await expect(picked).toBeHidden()
  await expect(month(page, 'Julio').locator('caption')).toContainText('12 días hábiles')
  await expect(page.getByRole('row', { name: /^19–30 jul 2027/ })).toContainText('Verano')
  await month(page, 'Julio').getByText('5', { exact: true }).click()
  await page.keyboard.press('Escape')
  await expect(picked).toBeHidden()
})

test('when the focused field is removed, the focus goes to the nearest one', async ({ page }) => {
  await openPlan(page, { ownDays: [{ id: 'v', kind: 'vacation', name: 'Verano', span: { start: '2027-08-09', end: '2027-08-13' } }] })
  await page.locator('#own-add').getByRole('button', { name: 'Media jornada' }).click()
  await expect(field(page, 'span.start').last()).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(page.locator('.own [data-path$=name]')).toHaveCount(1)
  await expect(field(page, 'ownDays[v].span.start')).toBeFocused()
  await page.getByRole('button', { name: 'Quitar: Verano' }).click()
  await expect(page.locator('#own-add button').first()).toBeFocused()

  await page.locator('#own-add').getByRole('button', { name: 'Descanso adicional' }).click()
  await field(page, 'reason').focus()
  await page.locator('.own select').evaluate((select: HTMLSelectElement) => {
    select.value = 'vacation'
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await expect(field(page, 'reason')).toHaveCount(0)
  await expect(field(page, 'span.start')).toBeFocused()
})

test('an own day shows its effect on the business days, or that it does not count yet', async ({ page }) => {
  await openPlan(page)
  await page.locator('#own-add').getByRole('button', { name: 'Descanso adicional' }).click()
  await type(page, 'span.start', '9 al 10 de agosto')
  await expect(field(page, 'span.start')).toHaveValue('09/08/2027')
  await expect(field(page, 'span.end')).toHaveValue('10/08/2027')
  const effect = page.locator('.own .effect')
  await expect(effect).toHaveText(/Todavía no cuenta/)
  await type(page, 'reason', 'Luto')
  await type(page, 'document', 'Circular 1')
  await expect(effect).toHaveText('Quita 2 días hábiles')
  await type(page, 'span.start', '10 ago')
  await expect(effect).toHaveText('Quita 1 día hábil')
  await type(page, 'span.start', '15 ago')
  await type(page, 'span.end', '15 ago')
  await expect(effect).toHaveText(/Todavía no cuenta/)
  await field(page, '.kind').selectOption('Día que se trabaja')
  await expect(effect).toHaveText('Agrega 1 día hábil')
  // It is worked although the week rests.
  await expect(month(page, 'Agosto').locator('td.opened')).toHaveText(/^15/)
})

test('the last step is shown with a button to undo it', async ({ page }) => {
  await openPlan(page, { ownDays: [{ id: 'v', kind: 'vacation', name: 'Verano', span: { start: '2027-08-09', end: '2027-08-13' } }] })
  const step = page.getByRole('group', { name: 'Lo último que se hizo' })
  await expect(step).toHaveCount(0)
  await type(page, 'span.end', '12 ago')
  await expect(step).toBeInViewport()
  await expect(step).toContainText('Hecho: ')
  await expect(field(page, 'span.end')).toBeFocused()
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 360, height: 740 })
  await step.getByRole('button', { name: 'Cerrar' }).click()
  await field(page, 'name').evaluate((input) => input.scrollIntoView({ block: 'end' }))
  await field(page, 'name').fill('Vacaciones')
  await page.keyboard.press('Enter')
  await expect(step).toBeInViewport()
  const bottom = await field(page, 'name').evaluate((input) => input.getBoundingClientRect().bottom)
  expect(bottom).toBeLessThanOrEqual((await step.boundingBox())!.y)
  await type(page, 'name', 'Verano')
  await page.getByRole('button', { name: 'Quitar: Verano' }).click()
  await expect(step).toContainText('Se quitó: Verano')
  expect(await axe(page)).toEqual([])
  await step.getByRole('button', { name: 'Deshacer' }).click()
  await expect(field(page, 'span.end')).toHaveValue('12/08/2027')
  await step.getByRole('button', { name: 'Rehacer' }).click()
  await expect(field(page, 'span.end')).toHaveCount(0)
  await step.getByRole('button', { name: 'Cerrar' }).click()
  await expect(step).toHaveCount(0)
  await undo(page).click()
  await expect(step).toContainText('Se deshizo: ')
  await page.keyboard.press('Escape')
  await expect(step).toHaveCount(0)
})

test('in Holy Week a yearly rule is a fixed date or relative to Easter', async ({ page }) => {
  await openPlan(page, { ownDays: [{ id: 'h', kind: 'half-day', name: 'Miércoles Santo', span: { start: '2027-03-24', end: '2027-03-24' } }] })
  await page.getByRole('button', { name: /^Repetir cada año/ }).click()
  const choices = page.getByRole('group', { name: 'Repetir cada año' })
  await expect(choices.getByRole('button').first()).toBeFocused()
  await expect(choices).toContainText('24 de marzo')
  await choices.getByRole('button', { name: /santo/i }).click()
  await expect(field(page, 'rule')).toHaveValue('Easter-4')
  await expect(field(page, 'rule')).toBeFocused()
  await expect(month(page, 'Marzo').locator('td.half')).toHaveText(/^24/)
  await expect(month(page, 'Marzo').locator('td.half')).not.toContainText('Media jornada: Media jornada')
})

test('dates that no rule repeats can be replaced by a rule that is typed', async ({ page }) => {
  await openPlan(page, { ownDays: [{ id: 'v', kind: 'vacation', name: 'Verano', span: { start: '2027-08-13', end: '2027-08-09' } }] })
  await page.getByRole('button', { name: /^Repetir cada año/ }).click()
  await expect(field(page, 'rule')).toBeFocused()
  await type(page, 'rule', '13 de mayo')
  await expect(field(page, 'rule')).toHaveValue('05-13')
})

test('the reason why a text is not a date is announced, and the text is kept', async ({ page }) => {
  await openPlan(page, { ownDays: [{ id: 'v', kind: 'vacation', name: 'Verano' }] })
  await type(page, 'span.start', '13 de mayo al lunes')
  const announced = page.locator('aside [role=status]').first()
  await expect(announced).toHaveText(/“13 de mayo al lunes”.*\. Se guarda como lo escribió\.$/)
  await type(page, 'span.end', 'martes 15 de marzo')
  await expect(announced).toHaveText('“martes 15 de marzo” no coincide: el 15 de marzo de 2027 es lunes. Se guarda como lo escribió.')
  await page.getByRole('button', { name: 'English' }).click()
  await type(page, 'span.end', 'Tuesday, 15 March')
  await expect(announced).toHaveText(/is a Monday\. It is kept as you typed it\.$/)
})

test('a worked day can repeat only on a holiday', async ({ page }) => {
  await openPlan(page, {
    ownDays: [{ id: 'w', kind: 'work-day', reason: 'Guardia', document: 'Circular 2', span: { start: '2027-05-23', end: '2027-05-23' } }],
  })
  const repeat = page.getByRole('button', { name: /^Repetir cada año/ })
  await expect(repeat).toHaveCount(0)
  await type(page, 'span.end', '12 oct')
  await type(page, 'span.start', '12 oct')
  await repeat.click()
  await expect(field(page, 'holiday').locator('option:checked')).toHaveText('12 de octubre')
  await expect(page.locator('.own .effect')).toHaveText('Agrega 1 día hábil')
  await expect(page.locator('.own-findings')).toHaveCount(0)
})

test('a moved day takes the first of several picked days', async ({ page }) => {
  await openPlan(page)
  await month(page, 'Septiembre').getByText('28', { exact: true }).click()
  await month(page, 'Septiembre').getByText('30', { exact: true }).click({ modifiers: ['Shift'] })
  await page.locator('.picked-days').getByRole('button', { name: 'Descanso que se recorre' }).click()
  await expect(field(page, 'instead')).toBeFocused()
  await expect(field(page, 'span.end')).toHaveCount(0)
  await expect(page.locator('.last-step')).toContainText('Se recorre un solo día: el 28 sep 2027')
  await page.keyboard.type('27/09')
  await page.keyboard.press('Enter')
  await type(page, 'reason', 'Puente')
  await type(page, 'document', 'Circular 1')
  const list = page.locator('.month', { hasText: 'Septiembre' }).locator('ul')
  await expect(list).toContainText(/27 .*recorrido a este día/)
})

test('days are picked by dragging, and by a second click', async ({ page }) => {
  await openPlan(page)
  const may = month(page, 'Mayo')
  await may.scrollIntoViewIfNeeded()
  await may.getByText('17', { exact: true }).hover()
  await page.mouse.down()
  await may.getByText('18', { exact: true }).hover()
  await may.getByText('21', { exact: true }).hover()
  await page.mouse.up()
  const picked = page.getByRole('group', { name: '¿Qué pasa estos días?' })
  await expect(picked).toContainText('17–21 may 2027')
  await page.setViewportSize({ width: 360, height: 740 })
  await may.getByText('12', { exact: true }).click()
  await expect(picked).toContainText('12 may 2027')
  expect((await picked.boundingBox())!.height).toBeLessThanOrEqual(148)
  await picked.getByRole('button', { name: 'Hasta otro día…' }).click()
  await may.getByText('14', { exact: true }).click()
  await expect(picked).toContainText('12–14 may 2027')
  expect((await picked.boundingBox())!.height).toBeLessThanOrEqual(148)
  expect(await axe(page)).toEqual([])
})

test('uncommitted text is restored after a reload', async ({ page }) => {
  await openPlan(page, { ownDays: [{ id: 'v', kind: 'vacation', name: 'Verano', span: { start: '2027-08-09', end: '2027-08-13' } }] })
  await type(page, 'document', 'Circular 1')
  await expect(saved(page)).toBeVisible()
  await field(page, 'name').fill('Vacaciones de verano')
  await page.reload()
  await expect(field(page, 'name')).toHaveValue('Vacaciones de verano')
  await expect(undo(page)).toBeEnabled()
  await expect(page.getByRole('row', { name: /^9–13 ago 2027/ })).toContainText('Vacaciones de verano')
})

test('cells of a spreadsheet are pasted into own days', async ({ page }) => {
  await openPlan(page, { ownDays: [{ id: 'v', kind: 'vacation', name: 'Verano' }] })
  await field(page, 'span.start').focus()
  await field(page, 'span.start').evaluate((input) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', '9 ago\t13 ago\tVerano 2027\tOficio 4\n20/12/2027\t31/02\tInvierno\t\n')
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await expect(field(page, 'ownDays[v].span.start')).toHaveValue('09/08/2027')
  await expect(field(page, 'ownDays[v].span.end')).toHaveValue('13/08/2027')
  await expect(field(page, 'ownDays[v].name')).toHaveValue('Verano 2027')
  await expect(field(page, 'ownDays[v].document')).toHaveValue('Oficio 4')
  await expect(field(page, 'span.start').last()).toHaveValue('20/12/2027')
  await expect(field(page, 'span.end').last()).toHaveValue('31/02')
  await undo(page).click()
  await expect(field(page, 'span.start')).toHaveCount(1)
  await expect(field(page, 'span.start')).toHaveValue('')
})

test('with many own days, only the active row has fields', async ({ page }) => {
  const ownDays = Array.from({ length: 40 }, (_, i) => {
    const day = new Date(Date.UTC(2027, 0, 5 + i * 9)).toISOString().slice(0, 10)
    return { id: `d${i}`, kind: 'local-day', name: `Día ${i}`, document: `Of. ${i}`, span: { start: day, end: day } }
  })
  await openPlan(page, { ownDays })
  expect(await page.evaluate(() => document.querySelectorAll('.own tbody *').length)).toBeLessThanOrEqual(40 * 10)
  expect(await axe(page)).toEqual([])
  await field(page, 'ownDays[d30].name').click()
  await expect(page.locator('.own input[data-path="ownDays[d30].name"]')).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Día del municipio')
  await page.keyboard.press('Tab')
  await expect(page.locator('.own input[data-path="ownDays[d30].document"]')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.locator('.own [data-path="ownDays[d31].kind"]')).toBeFocused()
  await expect(page.locator('.own td[data-path="ownDays[d30].name"]')).toHaveText('Día del municipio')
  await page.getByRole('button', { name: 'Quitar: Día 12' }).click()
  await expect(page.locator('.own tr[data-own]')).toHaveCount(39)
})

test('a second window shows the calendar read-only', async ({ page, context }) => {
  await openPlan(page, { ownDays: [{ id: 'v', kind: 'vacation', name: 'Verano', span: { start: '2027-08-09', end: '2027-08-13' } }] })
  const other = await context.newPage()
  await other.goto('/#calendario')
  await other.locator('.own').scrollIntoViewIfNeeded()
  await other.mouse.wheel(0, 4000)
  await expect(other.getByText('Este plan está abierto en otra ventana')).toBeInViewport()
  await expect(other.locator('.own [data-path$=name]')).toBeDisabled()
  await expect(other.getByLabel('Sábado')).toBeDisabled()
  await expect(other.getByRole('button', { name: /^Quitar/ })).toHaveCount(0)
  await type(page, 'name', 'Vacaciones de verano')
  await expect(other.locator('.own [data-path$=name]')).toHaveValue('Vacaciones de verano')
})

test('an answer of the engine does not overwrite what is being typed', async ({ page }) => {
  await openPlan(page, { ownDays: [{ id: 'v', kind: 'vacation' }] })
  await field(page, 'span.start').click()
  await page.keyboard.type('9 ago')
  await page.keyboard.press('Tab')
  await page.keyboard.type('13 a')
  await expect(field(page, 'span.start')).toHaveValue('09/08/2027')
  await page.keyboard.type('go')
  await page.keyboard.press('Enter')
  await expect(field(page, 'span.end')).toHaveValue('13/08/2027')
})

for (const language of ['es-MX', 'en']) {
  test(`own days of every kind, invalid ones included, are accessible in ${language}`, async ({ page }) => {
    await page.addInitScript((tag) => localStorage.setItem('rumbo-language', tag), language)
    await openPlan(page, {
      ownDays: [
        { id: 'a', kind: 'local-day', name: 'A', span: { start: '2027-08-09', end: '2027-08-13' } },
        { id: 'b', kind: 'local-day', name: 'B', rule: '05-13 3d', valid: { start: '2027-01-01' } },
        { id: 'c', kind: 'half-day', name: 'C', span: { start: '2027-03-24', end: '2027-03-24' } },
        { id: 'd', kind: 'day-off' },
        { id: 'e', kind: 'work-day', holiday: 'marte', reason: 'E', document: 'E' },
        { id: 'f', kind: 'work-day', span: { start: '2027-11-20', end: '2027-11-20' }, reason: 'F', document: 'F' },
      ],
      illustrative: ['ownDays[a].name', 'ownDays[a].span.start'],
      pending: [{ path: 'ownDays[d].span.start', text: '31/02' }],
    })
    await expect(page.locator('.own-findings')).not.toHaveCount(0)
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 })
      const overflowing = await page.locator('.own td').evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).length)
      expect(overflowing).toBe(0)
      expect(await axe(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    }
    await expect(field(page, 'ownDays[a].name')).toHaveAccessibleName(language === 'en' ? /illustrative/ : /ilustrativo/)
  })
}

test('the calendar is printed without its controls', async ({ page }) => {
  await openSample(page, 'calendario')
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(page.locator('.tools')).toBeHidden()
  await expect(page.locator('.own')).toBeHidden()
  await expect(page.locator('.month')).toHaveCount(12)
  await expect(page.locator('.month').first()).toHaveCSS('background-color', 'rgb(255, 255, 255)')
  const pdf = await page.pdf({ format: 'Letter', tagged: true })
  expect(pdf.includes('/StructTreeRoot')).toBe(true)
})
