import { views } from '../src/views/registry'
import { axe, cell, expect, openDocument, openSample, places, saved, test, visit } from './planner'

test('the first screen works without any script', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL })
  const page = await context.newPage()
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Arme el Programa Operativo Anual de su municipio' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Ver un ejemplo' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Empezar el POA 2027' })).toBeVisible()
  await expect(page.getByText('Abrir un archivo…')).toBeVisible()
  await context.close()
})

test('without any script the address chooses between the first screen and the plan', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL })
  for (const address of ['', 'inicio', 'nuevo', 'ejemplo', ...places]) {
    const page = await context.newPage()
    await page.goto(`/#${address}`)
    const first = !['ejemplo', ...places].includes(address)
    await expect(page.locator('#welcome'), address).toBeVisible({ visible: first })
    await expect(page.locator('#nuevo'), address).toBeVisible({ visible: address === 'nuevo' })
    await page.close()
  }
  await context.close()
})

test('the sample is on screen after one click', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Ver un ejemplo' }).click()
  await expect(page.getByRole('heading', { name: 'Plan operativo anual' })).toBeVisible()
  await expect(page.getByText('Nuestra misión es ser el enlace efectivo')).toBeVisible()
  await expect(page.locator('.periods li')).toHaveCount(4)
  await expect(page.locator('.due li').first()).toBeVisible()
  await page.getByRole('link', { name: 'Actividades', exact: true }).click()
  await expect(cell(page, 0, 'name')).toContainText('Elaboración de un calendario detallado')
  await expect(cell(page, 0, 'start')).toHaveText('4 ene 2027')
  await page.getByRole('link', { name: 'Presupuesto', exact: true }).click()
  await expect(page.getByRole('row', { name: /^1000 Servicios personales/ })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'dic' })).toBeVisible()
  await page.getByRole('link', { name: 'Campañas', exact: true }).click()
  await expect(page.locator('.conflict')).toContainText('proceso electoral de 2027')
  await expect(page.getByText('LGCS art. 21')).toBeVisible()
  await page.getByRole('link', { name: 'Indicadores', exact: true }).click()
  await expect(page.locator('.indicators .badge', { hasText: 'En meta' }).first()).toBeVisible()
  await page.getByRole('link', { name: /^Observaciones/ }).click()
  await expect(page.locator('.finding').first()).toBeVisible()
})

test('every view has a heading, a page title and a current link in the navigation', async ({ page }) => {
  await openSample(page)
  const links = page.locator('nav.places a')
  await expect(links).toHaveCount(places.length)
  for (const place of places) {
    await visit(page, place)
    await expect(links.and(page.locator('[aria-current=page]'))).toHaveAttribute('href', `#${place}`)
    await expect(page).toHaveTitle(new RegExp(`· ${views.find(({ address }) => address === place)!.label[0]} · Rumbo$`))
    await expect(page.locator('#contenido h1')).toHaveCount(1)
  }
})

for (const [missing, pattern] of [
  ['script', '**/Calendar-*.js'],
  ['style sheet', '**/Calendar-*.css'],
] as const) {
  test(`a view whose ${missing} cannot be loaded is reported, and can be retried`, async ({ page }) => {
    await page.route(pattern, (route) => route.abort())
    await openSample(page)
    await page.locator('nav.places a[href="#calendario"]').click()
    await expect(page.getByRole('alert')).toContainText('No se pudo traer esta parte')
    await visit(page, 'presupuesto')
    await page.goBack()
    await page.unroute(pattern)
    await page.getByRole('button', { name: 'Reintentar' }).click()
    await expect(page.locator('.month')).toHaveCount(12)
    await expect(page.locator('.month').first()).toHaveCSS('border-top-style', 'solid')
    await expect(page.getByRole('alert')).toHaveCount(0)
  })
}

test('a fix is applied with one click, and undone', async ({ page }) => {
  await page.clock.setFixedTime('2027-01-11T16:42:00Z') // while there is time to move it
  await page.goto('/#ejemplo')
  await page.getByRole('link', { name: 'Campañas', exact: true }).click()
  const conflict = page.locator('.conflict')
  await expect(conflict).toBeVisible()
  await page.getByRole('button', { name: /^Mover la campaña antes de la veda/ }).click()
  await expect(conflict).toBeHidden()
  await page.getByRole('button', { name: /^Deshacer/ }).click()
  await expect(conflict).toBeVisible()
})

test('a new plan starts in the row of a new activity', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Empezar el POA 2027' }).click()
  await expect(page.getByLabel('Municipio')).toBeFocused()
  await page.keyboard.type('Tonaya')
  await page.getByLabel('Unidad responsable').fill('Desarrollo Rural')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid')).toBeFocused()
  await page.keyboard.type('Censo de productores')
  await page.keyboard.press('Enter')
  await expect(cell(page, 0, 'name')).toHaveText('Censo de productores')
  await page.keyboard.type('Vacunación del ganado')
  await page.keyboard.press('Tab')
  await page.keyboard.type('15 mar')
  await page.keyboard.press('Enter')
  await expect(cell(page, 1, 'name')).toHaveText('Vacunación del ganado')
  await expect(cell(page, 1, 'start')).toHaveText('15 mar 2027')
  await expect(page.locator('.plan-name')).toHaveText('POA 2027 · Tonaya')
  await visit(page, 'calendario')
  await expect(page.locator('.month')).toHaveCount(12)
  await expect(saved(page)).toBeVisible()
  await page.goto('/')
  await expect(page.getByRole('button', { name: /POA 2027 · Tonaya · Desarrollo Rural/ })).toBeVisible()
})

test('a copy is saved to a file and opened again', async ({ page }) => {
  await page.goto('/#ejemplo')
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Guardar copia' }).click()
  const download = await waiting
  expect(download.suggestedFilename()).toBe('poa-2027-valle-de-juarez.poa.json')
  await expect(page.getByText('Última copia en archivo: hoy')).toBeVisible()
  const path = await download.path()
  await page.goto('/')
  await page.locator('#file').setInputFiles(path)
  await expect(page.getByRole('heading', { name: 'Plan operativo anual' })).toBeVisible()
})

const invalid: [string, string | Buffer, RegExp][] = [
  ['an unknown field', '{"schema":1,"id":"x","fiscalYear":2027,"colour":"red"}', /colour/],
  ['a newer schema', '{"schema":99,"id":"x","fiscalYear":2027}', /99|versi/],
  ['a duplicate key', '{"schema":1,"id":"x","id":"y","fiscalYear":2027}', /id/],
  ['invalid JSON', 'Plan operativo anual', /plan\.poa\.json/],
  ['invalid UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), /no está en UTF-8/],
  ['UTF-16', Buffer.from('\ufeff{}', 'utf16le'), /UTF-16/],
  ['a workbook', Buffer.concat([Buffer.from('PK\x03\x04xl/workbook.xml'), Buffer.from([0xff])]), /libro de Excel/],
  ['a PDF', Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0xe2]), /PDF/],
  ['a page', '<!doctype html>', /HTML/],
  ['nothing', '', /vacío/],
  ['JSON of another program', '{"name":"x"}', /otro programa/],
  ['more after the plan', '{"schema":1,"id":"x","fiscalYear":2027},"journal":[]', /datos de más/],
]
for (const [name, content, message] of invalid) {
  test(`a file with ${name} is rejected with a message`, async ({ page }) => {
    await page.goto('/')
    await page.locator('#file').setInputFiles({ name: 'plan.poa.json', mimeType: 'application/json', buffer: Buffer.from(content) })
    await expect(page.getByRole('alert')).toContainText(message)
    expect(await axe(page)).toEqual([])
  })
}

test('user text is never interpreted as HTML', async ({ page }) => {
  const text = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
  await openDocument(page, {
    schema: 1,
    id: 'x',
    title: text,
    fiscalYear: 2027,
    office: { name: text, municipality: text },
    calendar: 'jalisco',
    ownDays: [{ id: 'd', kind: 'local-day', name: text, span: { start: '2027-08-09', end: '2027-08-10' }, document: text }],
    activities: [{ id: 'a', name: text }],
  })
  await expect(page.getByRole('heading', { name: text })).toBeVisible()
  for (const place of places) {
    await page.goto(`/#${place}`)
    await expect(page.locator(`main.place-${place}`)).toBeVisible()
  }
  await expect(page.frameLocator('iframe').locator('body')).toContainText(text)
  await expect(page).toHaveTitle(/Rumbo/)
  expect(await page.locator('img').count()).toBe(0)
})
