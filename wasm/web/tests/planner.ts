// Helpers of the browser tests.

import AxeBuilder from '@axe-core/playwright'
import { readFileSync } from 'node:fs'
import { test as base, expect, type Locator, type Page } from '@playwright/test'
import { type Address, home, views } from '../src/views/registry'
import { serve } from './serve'

export { expect }

/** Every test runs on the same day, and fails if the page throws an error or requests a missing file. */
export const test = base.extend<object, { site: string }>({
  site: [
    async ({}, use) => {
      const { url, close } = await serve()
      await use(url)
      close()
    },
    { scope: 'worker' },
  ],
  baseURL: ({ site }, use) => use(site),
  page: async ({ page }, use) => {
    const thrown: string[] = []
    const missing: string[] = []
    page.on('pageerror', (error) => thrown.push(error.stack ?? error.message))
    page.on('response', (response) => {
      if (response.status() === 404) missing.push(response.url())
    })
    await page.clock.setFixedTime('2027-05-03T16:42:00Z')
    await use(page)
    expect(thrown).toEqual([])
    expect(missing).toEqual([])
  },
})

/** The address of every view. */
export const places = views.map(({ address }) => address)

export async function openSample(page: Page, place: Address = home.address) {
  await page.goto('/#ejemplo')
  await expect(page.locator('nav.places')).toBeVisible()
  if (place !== home.address) await visit(page, place)
}

export async function visit(page: Page, place: Address) {
  await page.locator(`nav.places a[href="#${place}"]`).click()
  await expect(page.locator(`main.place-${place} h1`)).toBeAttached()
}

/** Opens a document through the file input. */
export async function openDocument(page: Page, document: unknown, name = 'plan.poa.json') {
  if (page.url() === 'about:blank') await page.goto('/')
  const text = typeof document === 'string' ? document : JSON.stringify(document)
  await page.locator('#file').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
}

export function cell(page: Page, row: number, column: string): Locator {
  return page.locator(`#cell-${row}-${column}`)
}

/** Clicks a cell, which makes it active. */
export async function clickCell(page: Page, row: number, column: string) {
  await cell(page, row, column).click()
  await expect(page.getByRole('grid')).toBeFocused()
}

export const saved = (page: Page) => page.getByText(/Guardado en este equipo|Saved on this computer/)

/** The sample in the repository. */
export function sample(): Record<string, any> {
  return JSON.parse(readFileSync(new URL('../../../examples/valledejuarez/plan.json', import.meta.url), 'utf8'))
}

/**
 * The violations that axe finds. The frame of the official document runs no
 * scripts, so axe cannot check it here; report.spec.ts checks it separately.
 */
export async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`))
}

/** How many entries the journal has. */
export async function journal(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('rumbo')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const counting = opening.result.transaction('journal').objectStore('journal').count()
          counting.onsuccess = () => {
            opening.result.close()
            resolve(counting.result)
          }
        }
      }),
  )
}
