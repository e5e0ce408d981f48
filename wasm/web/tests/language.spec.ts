import { cell, expect, openDocument, openSample, places, sample, test, visit } from './planner'

/** Fields with free text. */
const prose = new Set(
  'name title mission vision text objective message audience note unit holder evidence verification definition source to adjustment reason document municipality state grant'.split(' '),
)

/** The sample with all free text replaced. */
function neutral(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return prose.has(key) ? 'Text' : value
  if (Array.isArray(value)) return value.map((item) => neutral(item, key))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, neutral(item, name)]))
}

const spanish = /[áéíóúñ¿¡]|\b(de|del|la|el|los|las|una?|por|sin|que|en|y|con|para|hasta|días?|meta|avance|clave)\b/i

/** Names of people keep their accents. */
const people = /Juárez/g

test('no view has a Spanish label in English', async ({ page }) => {
  await openDocument(page, neutral(sample()))
  await expect(page.locator('nav.places')).toBeVisible()
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('link', { name: 'Activities', exact: true })).toBeVisible()
  await expect(page.locator('.cards .badge').first()).not.toHaveText(spanish)
  for (const place of places) {
    await visit(page, place)
    if (place === 'informe') await expect(page.frameLocator('iframe').locator('h1')).toBeVisible()
    const texts = await page.evaluate(() => {
      const shown: string[] = []
      const walk = document.createTreeWalker(document.getElementById('app')!, NodeFilter.SHOW_TEXT)
      while (walk.nextNode()) {
        const { parentElement, nodeValue } = walk.currentNode
        if (!parentElement?.closest('.languages, code, td[lang="es-MX"]')) shown.push(nodeValue ?? '')
      }
      for (const element of document.querySelectorAll('#app [title], #app [aria-label]')) {
        if (element.closest('.languages')) continue
        shown.push(element.getAttribute('title') ?? '', element.getAttribute('aria-label') ?? '')
      }
      return shown
    })
    expect(texts.filter((text) => spanish.test(text.replace(people, '')))).toEqual([])
    if (place === 'informe') {
      const labels = page.frameLocator('iframe').locator('h1, h2, h3, caption, th[scope=col], dt, .badge')
      expect((await labels.allInnerTexts()).filter((text) => spanish.test(text))).toEqual([])
    }
  }
})

test('the language changes without a reload and is remembered', async ({ page }) => {
  await openSample(page, 'actividades')
  await expect(cell(page, 0, 'state')).toContainText('Terminada')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(cell(page, 0, 'state')).toContainText('Done')
  await visit(page, 'observaciones')
  const filters = page.getByRole('group', { name: 'Show' })
  await expect(filters.getByRole('button', { name: /^Warning \d+$/ })).toHaveText(/^◆ /)
  await expect(page.locator('.finding .badge').first()).toHaveText(/Warning|Suggestion|Blocks closing/)
  await page.getByRole('button', { name: 'Español' }).click()
  await expect(page.getByRole('group', { name: 'Mostrar' }).getByRole('button', { name: /Advertencia/ })).toBeVisible()
  await expect(page.locator('.finding .badge').first()).toHaveText(/Advertencia|Sugerencia|Impide cerrar/)
  await page.getByRole('button', { name: 'English' }).click()
  await visit(page, 'actividades')
  await page.reload()
  await expect(cell(page, 0, 'state')).toContainText('Done')
  await page.getByRole('link', { name: 'Home' }).click()
  await expect(page.getByRole('heading', { name: 'Build your town’s Annual Operating Plan' })).toBeVisible()
  await page.getByRole('button', { name: 'Español' }).click()
  await expect(page.getByRole('link', { name: 'Ver un ejemplo' })).toBeVisible()
})
