import type { Page } from '@playwright/test'
import { clickCell, axe, cell, expect, openSample, places, test, visit } from './planner'

for (const scheme of ['light', 'dark'] as const) {
  for (const [width, height] of [
    [1366, 768],
    [360, 740],
  ] as const) {
    for (const language of ['es-MX', 'en']) {
      test(`accessible in ${language}, ${scheme}, ${width} pixels wide`, async ({ page }) => {
        test.setTimeout(180_000)
        await page.emulateMedia({ colorScheme: scheme })
        await page.setViewportSize({ width, height })
        await page.addInitScript((tag) => localStorage.setItem('rumbo-language', tag), language)
        await page.goto('/')
        await expect(page.locator('html')).toHaveAttribute('lang', language)
        expect(await axe(page)).toEqual([])
        await page.goto('/#nuevo')
        expect(await axe(page)).toEqual([])
        await openSample(page)
        for (const place of places) {
          await visit(page, place)
          if (place === 'informe') await expect(page.locator('iframe')).toBeVisible()
          expect(await axe(page), place).toEqual([])
          expect(await overflow(page), place).toBe(0)
        }
        await visit(page, 'actividades')
        await clickCell(page, 0, 'start')
        await page.keyboard.type('31/02')
        await page.keyboard.press('Enter')
        await expect(cell(page, 0, 'start')).toContainText('31/02')
        await clickCell(page, 0, 'start')
        await page.keyboard.press('F2')
        expect(await axe(page), 'errors').toEqual([])
      })
    }
  }
}

test('nothing is cut off at 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('/')
  expect(await overflow(page)).toBe(0)
  await openSample(page)
  for (const place of places) {
    await visit(page, place)
    expect(await overflow(page), place).toBe(0)
  }
})

test('click targets are at least 24 pixels wide and high', async ({ page }) => {
  await openSample(page)
  for (const place of places) {
    await visit(page, place)
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('#app button, #app nav a, #app summary')]
        .map((element) => ({ text: element.textContent, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
        .map(({ text }) => text),
    )
    expect(small, place).toEqual([])
  }
})

/** How many pixels the page is wider than the window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth))
}
