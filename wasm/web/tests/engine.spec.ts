import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { protocol } from '../src/gen/methods'
import { clickCell, axe, cell, expect, journal, openDocument, openSample, sample, saved, test } from './planner'

test('after a crash the engine is restarted and the plan replayed', async ({ page }) => {
  await openSample(page, 'actividades')
  await clickCell(page, 0, 'name')
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
  await clickCell(page, 1, 'name')
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

test('the page waits minutes for an engine to load, but restarts one that does not answer', async ({ page }) => {
  let deliver = () => {}
  const delivered = new Promise<void>((resolve) => {
    deliver = resolve
  })
  let fetches = 0
  await page.route('**/*.wasm', async (route) => {
    fetches++
    await delivered
    await route.continue()
  })
  await page.clock.install({ time: '2027-05-03T16:42:00Z' })
  await page.goto('/#ejemplo')
  await expect(page.getByRole('status').first()).toContainText('Preparando el motor')
  await expect.poll(() => page.workers().length).toBe(1)
  await page.clock.fastForward('05:00')
  deliver()
  await expect(page.getByRole('heading', { name: 'Plan operativo anual' })).toBeVisible()
  expect(fetches).toBe(1)

  await page.workers()[0]!.evaluate(() => {
    self.onmessage = () => {}
  })
  await page.getByRole('button', { name: 'Guardar copia' }).click()
  await page.clock.fastForward('00:31')
  await expect(page.getByRole('alert')).toContainText('se volvió a iniciar')
})

test('an engine that crashes when a plan is opened is not restarted without limit', async ({ page }) => {
  await page.addInitScript(() => {
    const { postMessage } = Worker.prototype
    Worker.prototype.postMessage = function (message: string) {
      if (message.includes('"method":"open"')) this.dispatchEvent(new ErrorEvent('error', { message: 'a crash caused by the test' }))
      else postMessage.call(this, message)
    }
  })
  await page.goto('/#ejemplo')
  await expect(page.getByRole('alert')).toContainText('no responde')
})

/** Makes the engine report another version of the protocol while the session storage has the item “other”. */
function changeProtocol(page: Page) {
  return page.addInitScript((own) => {
    const { set } = Object.getOwnPropertyDescriptor(Worker.prototype, 'onmessage')!
    Object.defineProperty(Worker.prototype, 'onmessage', {
      set(receive: (event: { data: string }) => void) {
        set!.call(this, ({ data }: MessageEvent<string>) => {
          const other = sessionStorage.getItem('other') !== null
          receive({ data: other ? data.replace(`"protocol":${own}`, `"protocol":${own + 1}`) : data })
        })
      },
    })
  }, protocol)
}

const setOtherVersion = (page: Page, other: boolean) =>
  page.evaluate((is) => (is ? sessionStorage.setItem('other', '') : sessionStorage.removeItem('other')), other)

test('an engine of another version opens no plan, and a reload is offered', async ({ page }) => {
  await changeProtocol(page)
  await page.goto('/#inicio')
  await setOtherVersion(page, true)
  await page.reload()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('son de versiones distintas')
  expect(await axe(page)).toEqual([])
  await alert.getByRole('button', { name: 'Cerrar' }).click()
  await expect(alert).toHaveCount(0)
  await openDocument(page, sample())
  await expect(alert).toContainText('recargue la página')
  await alert.getByRole('button', { name: 'Cerrar' }).click()
  await page.getByRole('link', { name: 'Ver un ejemplo' }).click()
  await expect(alert).toContainText('recargue la página')
  await expect(page.locator('nav.places')).toHaveCount(0)
  await expect(page.locator('.waiting')).not.toContainText('Abriendo')
  expect(await axe(page)).toEqual([])
  await page.locator('.waiting').getByRole('link', { name: 'Inicio' }).click()
  await expect(page.locator('#welcome')).toBeVisible()
  await page.getByRole('link', { name: 'Ver un ejemplo' }).click()
  await expect(alert).toContainText('recargue la página')
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then(({ length }) => length))).toBe(0)

  await setOtherVersion(page, false)
  await alert.getByRole('button', { name: 'Recargar la página' }).click()
  await expect(page.locator('nav.places')).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('in English the message about another version is English', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('rumbo-language', 'en')
    sessionStorage.setItem('other', '')
  })
  await changeProtocol(page)
  await page.goto('/')
  await expect(page.getByRole('alert')).toContainText('are of different versions')
  await expect(page.getByRole('alert').getByRole('button', { name: 'Reload the page' })).toBeVisible()
})

test('after a crash, an engine of another version leaves the plan unchanged', async ({ page }) => {
  await changeProtocol(page)
  await openSample(page, 'actividades')
  await clickCell(page, 0, 'name')
  await page.keyboard.type('Antes de la caída')
  await page.keyboard.press('Enter')
  await expect(saved(page)).toBeVisible()
  await setOtherVersion(page, true)
  await page.workers()[0]!.evaluate(() => {
    self.onmessage = () => {
      throw new Error('a crash caused by the test')
    }
  })
  await page.keyboard.type('El cambio que cae')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('son de versiones distintas')
  await clickCell(page, 1, 'name')
  await page.keyboard.type('Otro cambio')
  await page.keyboard.press('Enter')
  await expect(cell(page, 1, 'name')).not.toContainText('cambio')
  await setOtherVersion(page, false)
  await page.getByRole('button', { name: 'Recargar la página' }).click()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(cell(page, 0, 'name')).toHaveText('Antes de la caída')
  expect(await journal(page)).toBe(1)
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
