import { clickCell, axe, cell, expect, openDocument, saved, sample, test, visit } from './planner'

/** A plan of n activities, copied from the sample. */
function large(n: number) {
  const plan = sample()
  const models = plan.activities
  return {
    schema: plan.schema,
    id: 'large',
    title: 'Un plan grande',
    fiscalYear: plan.fiscalYear,
    office: plan.office,
    norm: plan.norm,
    calendar: plan.calendar,
    administrations: plan.administrations,
    periods: plan.periods,
    posts: plan.posts,
    channels: plan.channels,
    activities: Array.from({ length: n }, (_, i) => ({
      ...models[i % models.length],
      id: `a${i}`,
      key: `${Math.floor(i / 100) + 1}.${i % 100 || 100}`,
      name: `${models[i % models.length].name} (${i + 1})`,
    })),
  }
}

test('a list that is not shown whole is named', async ({ page }) => {
  const indicators = Array.from({ length: 1001 }, (_, i) => ({ id: `i${i}`, name: `Indicador ${i}` }))
  await openDocument(page, { ...large(1), indicators })
  await expect(page.getByText('Se muestran 1,000 de los indicadores (1,001 en total).')).toBeVisible()
  expect(await axe(page)).toEqual([])
})

test('ten thousand activities: few DOM nodes, and edits of the first and the last row', async ({ page }) => {
  await openDocument(page, large(10_000))
  await expect(page.getByRole('heading', { name: 'Un plan grande' })).toBeVisible()
  await expect.poll(() => nodes(page)).toBeLessThanOrEqual(2000)
  await visit(page, 'actividades')
  await expect(cell(page, 0, 'name')).toContainText('(1)')
  await clickCell(page, 0, 'name')
  await page.keyboard.press('Control+End')
  await expect(page.getByRole('grid')).toHaveAttribute('aria-activedescendant', 'cell-10000-state')
  await expect(page.getByRole('grid')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(cell(page, 9_999, 'name')).toContainText('(10000)')
  await clickCell(page, 9_999, 'name')
  await page.keyboard.type('La última')
  await page.keyboard.press('Enter')
  await expect(cell(page, 9_999, 'name')).toHaveText('La última')
  await expect(saved(page)).toBeVisible()
  expect(await nodes(page)).toBeLessThanOrEqual(2000)
  expect(await axe(page)).toEqual([])

  await page.keyboard.press('Control+Home')
  await expect(cell(page, 0, 'name')).toContainText('(1)')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('grid')).toHaveAttribute('aria-activedescendant', 'cell-9999-name')
  await expect(cell(page, 9_999, 'name')).toContainText('(10000)')

  // Text typed over a row that is still being fetched is not lost.
  await page.keyboard.press('Control+Home')
  await clickCell(page, 0, 'name')
  await page.keyboard.press('Control+End')
  await page.keyboard.press('ArrowUp')
  for (let i = 0; i < 9; i++) await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('Sin esperar')
  await page.keyboard.press('Enter')
  await expect(cell(page, 9_999, 'name')).toHaveText('Sin esperar')

  await page.mouse.move(600, 500)
  await page.mouse.wheel(0, -200_000)
  await expect(page.locator('.grid-row.waiting')).toHaveCount(0)
  await visit(page, 'observaciones')
  expect(await nodes(page)).toBeLessThanOrEqual(2000)

  await page.reload()
  await visit(page, 'actividades')
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '10002')
})

function nodes(page: import('@playwright/test').Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('*').length)
}
