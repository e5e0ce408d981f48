import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { at, cell, expect, journal, openSample, saved, test } from './planner'

test('after a crash the engine is restarted and the plan replayed', async ({ page }) => {
  await openSample(page, 'actividades')
  await at(page, 0, 'name')
  await page.keyboard.type('Antes de la caída')
  await page.keyboard.press('Enter')
  await expect(saved(page)).toBeVisible()
  await page.workers()[0]!.evaluate(() => {
    self.onmessage = () => {
      throw new Error('a crash caused by the test')
    }
  })
  await page.keyboard.type('El cambio que cae')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('se volvió a iniciar')
  await expect(cell(page, 0, 'name')).toHaveText('Antes de la caída')
  await at(page, 1, 'name')
  await page.keyboard.type('Después de la caída')
  await page.keyboard.press('Enter')
  await expect(cell(page, 1, 'name')).toHaveText('Después de la caída')
  await expect.poll(() => journal(page)).toBe(2) // the cell changes a moment before the entry is stored
  await page.reload()
  await expect(cell(page, 0, 'name')).toHaveText('Antes de la caída')
  await expect(cell(page, 1, 'name')).toHaveText('Después de la caída')
})

test('an engine that cannot start is reported, and can be retried', async ({ page }) => {
  await page.route('**/*.wasm', (route) => route.abort())
  await page.goto('/#ejemplo')
  await expect(page.getByRole('alert')).toContainText('no responde')
  await page.unroute('**/*.wasm')
  await page.getByRole('button', { name: 'Reintentar' }).click()
  await expect(page.getByRole('heading', { name: 'Plan operativo anual' })).toBeVisible()
})

const sessions = new URL('../../../poa/rpc/testdata/', import.meta.url)
const files = existsSync(sessions) ? readdirSync(sessions).filter((name) => name.endsWith('.session')) : []

for (const file of files) {
  test(`the page’s engine answers the session ${file} as recorded`, async ({ page }) => {
    await page.goto('/')
    await expect.poll(() => page.workers().length).toBe(1)
    const url = page.workers()[0]!.url()
    const lines = readFileSync(new URL(file, sessions), 'utf8').split('\n')
    const requests = lines.filter((line) => line.startsWith('> ')).map((line) => line.slice(2))
    const responses = lines.filter((line) => line.startsWith('< ')).map((line) => line.slice(2))
    const answers = await page.evaluate(
      ([worker, calls]) =>
        new Promise<string[]>((resolve, reject) => {
          const engine = new Worker(worker, { type: 'module' })
          const got: string[] = []
          engine.onerror = (event) => reject(new Error(event.message))
          engine.onmessage = (event) => {
            if (event.data !== '') got.push(event.data)
            if (got.length === calls.length) resolve(got)
          }
          for (const call of calls) engine.postMessage(call)
        }),
      [url, requests] as const,
    )
    expect(answers).toHaveLength(responses.length)
    answers.forEach((answer, i) => expect(short(answer), requests[i]).toBe(responses[i]))
  })
}

/** The recorded sessions omit the version and the official document. */
function short(answer: string): string {
  return answer.replace(/"version":"[^"]*"/, '"version":"test"').replace(/"html":"(?:[^"\\]|\\.)*"/, '"html":"…"')
}
