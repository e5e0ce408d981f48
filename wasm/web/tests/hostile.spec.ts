import { readFileSync } from 'node:fs'
import { axe, expect, openDocument, places, test } from './planner'

/** The fields of a document whose values are no free texts. */
const notFree = new Set(
  ('id schema fiscalYear calendar workWeek illustrative activities activity administration by ceiling channel channels close cost dates date ' +
    'dimension due end event exception formula frequency fulfilledBy fund holiday indicator indicators instead item kind level light line ' +
    'monthly months period progressForm quantity record reportsTo responsible rule section sense stage start status symbol targets value ' +
    'verified zeroDenominator path amount accumulation cff').split(' '),
)

/** What turns the text after it around, a byte order mark, and what no one sees. */
const hidden = '\ufeff\u202e\u2066\u0007\u001b'

/** A plan with a value in every field; each text is hostile, with a word of many letters. */
function hostile(): { plan: unknown; texts: string[] } {
  const url = new URL('../../../poa/testdata/everything.json', import.meta.url)
  const texts: string[] = []
  const walk = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => (typeof item === 'string' ? item : walk(item, key)))
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, walk(item, name)]))
    }
    if (typeof value !== 'string' || notFree.has(key)) return value
    texts.push(`${hidden}texto ${texts.length} ${'x'.repeat(30_000)} fin`)
    return texts.at(-1)
  }
  const { ext: _, pending: __, illustrative: ___, norm: ____, ...plan } = JSON.parse(readFileSync(url, 'utf8'))
  return { plan: walk(plan, ''), texts }
}

test('a hostile text neither turns the text beside it around nor widens the page', async ({ page }) => {
  const { plan, texts } = hostile()
  expect(texts.length).toBeGreaterThan(50)
  await openDocument(page, plan)
  await expect(page.locator('nav.places')).toBeVisible()
  let shown = 0
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 })
    for (const place of places) {
      await page.goto(`/#${place}`)
      await expect(page.locator(`main.place-${place} h1`)).toBeAttached()
      if (place === 'informe') await expect(page.frameLocator('iframe').locator('h1')).toBeAttached()
      const { wide, faults, count } = await page.evaluate((texts) => {
        const whole = new Set(texts.map((text) => text.replace(/\s+/g, ' ').trim()))
        const faults: string[] = []
        let count = 0
        const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
        for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
          const text = node.textContent ?? ''
          const parent = node.parentElement!
          if (parent.closest('script, style, option, .visually-hidden')) continue
          if (/x{1000}/.test(text)) count++
          if (!/[\u202a-\u202e\u2066-\u2069]/.test(text)) continue
          const { unicodeBidi, display } = getComputedStyle(parent)
          const alone = [...parent.childNodes].every((other) => other === node || !other.textContent?.trim() || other.nodeType === Node.ELEMENT_NODE)
          const apart = alone && (unicodeBidi.includes('isolate') || !display.startsWith('inline'))
          // Some texts are cut; none has words of the page after it.
          const own = [...whole].some((other) => other.startsWith(text.replace(/\s+/g, ' ').trim().replace(/…$/, '')))
          if (!apart || !own) faults.push(`<${parent.tagName} class="${parent.className}"> ${text.slice(0, 30)}…${text.slice(-30)}`)
        }
        return { wide: document.documentElement.scrollWidth - innerWidth, faults, count }
      }, texts)
      expect(faults, `${place} at ${width}`).toEqual([])
      expect(wide, `${place} at ${width} is wider than the window`).toBeLessThanOrEqual(0)
      shown += count
    }
  }
  expect(shown).toBeGreaterThan(10)
  expect(await axe(page)).toEqual([])
})
