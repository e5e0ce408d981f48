import { folders } from './serve'
import { clickCell, cell, expect, journal, openSample, saved, test } from './planner'

test('a reload restores the plan from the journal', async ({ page }) => {
  await openSample(page, 'actividades')
  await clickCell(page, 0, 'name')
  await page.keyboard.type('Guardado al instante')
  await page.keyboard.press('Enter')
  await expect(saved(page)).toBeVisible()
  expect(await journal(page)).toBe(1)
  await page.reload()
  await expect(cell(page, 0, 'name')).toHaveText('Guardado al instante')
  await expect(page.getByText(/Guardado en este equipo \d+:\d\d/)).toBeVisible()
})

test('closing the plan replaces the journal by a snapshot', async ({ page }) => {
  await openSample(page, 'actividades')
  await clickCell(page, 0, 'name')
  await page.keyboard.type('En la copia')
  await page.keyboard.press('Enter')
  await expect(saved(page)).toBeVisible()
  await page.getByRole('link', { name: 'Inicio' }).click()
  await expect.poll(() => journal(page)).toBe(0)
  await page.getByRole('button', { name: /POA 2027/ }).click()
  await page.getByRole('link', { name: 'Actividades', exact: true }).click()
  await expect(cell(page, 0, 'name')).toHaveText('En la copia')
})

test('one window writes; another is read-only and can take over', async ({ page, context }) => {
  await openSample(page, 'actividades')
  const other = await context.newPage()
  await other.clock.setFixedTime('2027-05-03T16:42:00Z')
  await other.goto('/#actividades')
  await expect(other.getByText('Este plan está abierto en otra ventana')).toBeVisible()
  await clickCell(other, 0, 'name')
  await other.keyboard.type('No')
  await expect(cell(other, 0, 'name')).toContainText('Elaboración')

  await clickCell(page, 0, 'name')
  await page.keyboard.type('Desde la primera')
  await page.keyboard.press('Enter')
  await expect(cell(other, 0, 'name')).toHaveText('Desde la primera')

  await other.getByRole('button', { name: 'Editar aquí' }).click()
  await expect(page.getByText('Este plan está abierto en otra ventana')).toBeVisible()
  await expect(other.getByRole('button', { name: 'Editar aquí' })).toBeHidden()
  await clickCell(other, 1, 'name')
  await other.keyboard.type('Desde la segunda')
  await other.keyboard.press('Enter')
  await expect(cell(other, 1, 'name')).toHaveText('Desde la segunda')
  await expect(cell(page, 1, 'name')).toHaveText('Desde la segunda')
})

test('without storage the page works and reports it', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError')
    }
  })
  await openSample(page, 'actividades')
  await expect(page.getByText('Este navegador no permite guardar')).toBeVisible()
  await clickCell(page, 0, 'name')
  await page.keyboard.type('Sin guardar')
  await page.keyboard.press('Enter')
  await expect(cell(page, 0, 'name')).toHaveText('Sin guardar')
})

test('exhausted storage is reported with advice', async ({ page }) => {
  await openSample(page, 'actividades')
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await clickCell(page, 0, 'name')
  await page.keyboard.type('No cabe')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Ya no cabe en este navegador')).toBeVisible()
  await expect(cell(page, 0, 'name')).toHaveText('No cabe')
})

test('offline the page starts, edits and prints', async ({ page, context }) => {
  await openSample(page, 'actividades')
  await page.evaluate(() => navigator.serviceWorker.ready)
  await clickCell(page, 0, 'name')
  await page.keyboard.type('Con conexión')
  await page.keyboard.press('Enter')
  await expect(saved(page)).toBeVisible()
  await context.setOffline(true)
  await page.reload()
  await expect(cell(page, 0, 'name')).toHaveText('Con conexión')
  await clickCell(page, 1, 'name')
  await page.keyboard.type('Sin conexión')
  await page.keyboard.press('Enter')
  await expect(cell(page, 1, 'name')).toHaveText('Sin conexión')
  await page.getByRole('link', { name: 'Informe', exact: true }).click()
  await expect(page.frameLocator('iframe').locator('h1')).toBeVisible()
})

test('two planners on one origin keep their caches and their plans apart', async ({ page, context }) => {
  const rename = async (name: string) => {
    await clickCell(page, 0, 'name')
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
    await expect(saved(page)).toBeVisible()
  }
  const visit = async (folder: string) => {
    await page.goto(`${folder}#ejemplo`)
    await expect(page.locator('nav.places')).toBeVisible()
    await page.goto(`${folder}#actividades`)
    await page.evaluate(() => navigator.serviceWorker.ready)
  }
  for (const folder of folders) {
    await visit(folder)
    await rename(`Plan de ${folder}`)
  }
  // The service workers of the two are of different builds: see serve.ts.
  const caches = () => page.evaluate(async () => (await globalThis.caches.keys()).toSorted())
  const scopes = folders.map((folder) => new URL(folder, page.url()).href)
  expect((await caches()).map((name) => name.split(' ')[1])).toEqual(scopes)
  expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).toSorted())).toEqual(
    folders.map((folder) => `rumbo:${folder}`),
  )

  await context.setOffline(true)
  for (const folder of folders) {
    await page.goto(`${folder}#actividades`)
    await page.reload()
    await expect(cell(page, 0, 'name')).toHaveText(`Plan de ${folder}`)
  }
})

test('a planner is the same one without the slash and with index.html, also offline', async ({ page, context }) => {
  await page.goto('/valle/#ejemplo')
  await expect(page.locator('nav.places')).toBeVisible()
  await page.goto('/valle/#actividades')
  await page.evaluate(() => navigator.serviceWorker.ready)
  await clickCell(page, 0, 'name')
  await page.keyboard.type('El mismo')
  await page.keyboard.press('Enter')
  await expect(saved(page)).toBeVisible()
  const databases = () => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))
  for (const address of ['/valle#actividades', '/valle/index.html#actividades', '/valle/?de=correo#actividades']) {
    await page.goto('about:blank')
    await page.goto(address)
    await expect(cell(page, 0, 'name'), address).toHaveText('El mismo')
    expect(await databases(), address).toEqual(['rumbo:/valle/'])
  }
  await context.setOffline(true)
  for (const address of ['/valle/#actividades', '/valle/index.html#actividades', '/valle/index.html?de=correo#actividades']) {
    await page.goto('about:blank')
    await page.goto(address)
    await expect(cell(page, 0, 'name'), address).toHaveText('El mismo')
  }
})

test('planners on one origin have locks and channels of their own', async ({ page, context }) => {
  const open = async (window: typeof page, folder: string) => {
    await window.goto(`${folder}#ejemplo`)
    await expect(window.locator('nav.places')).toBeVisible()
    await window.goto(`${folder}#actividades`)
    await expect(cell(window, 0, 'name')).toContainText('Elaboración')
  }
  const others = [page, await context.newPage(), await context.newPage()]
  const places = ['/', ...folders]
  for (const [i, window] of others.entries()) {
    await window.clock.setFixedTime('2027-05-03T16:42:00Z')
    await open(window, places[i]!)
  }
  for (const window of others) await expect(window.getByText('Este plan está abierto en otra ventana')).toBeHidden()
  const locks = await page.evaluate(async () => (await navigator.locks.query()).held!.map(({ name }) => name!))
  expect(locks.map((name) => name.slice(name.lastIndexOf(':') + 1)).filter((name) => name.startsWith('/')).toSorted()).toEqual([...folders])
  expect(locks).toHaveLength(3)

  await clickCell(others[1]!, 0, 'name')
  await others[1]!.keyboard.type('Solo en uno')
  await others[1]!.keyboard.press('Enter')
  await expect(saved(others[1]!)).toBeVisible()
  for (const window of [others[0]!, others[2]!]) await expect(cell(window, 0, 'name')).toContainText('Elaboración')
})

test('a new build deletes the cache of the old one, and no other', async ({ page, context }) => {
  const caches = () => page.evaluate(async () => (await globalThis.caches.keys()).toSorted())
  await page.goto('/valle/')
  await page.evaluate(() => navigator.serviceWorker.ready)
  const [own] = await caches()
  const older = own!.replace(/[0-9a-f]+$/, '000000000000')
  const others = [own!.replace('/valle/', '/'), own!.replace('/valle/', '/valle/norte/'), own!.replace('/valle/', '/tonaya/'), 'other-program']
  await page.evaluate(async (names) => {
    for (const name of names) await globalThis.caches.open(name)
    const registration = await navigator.serviceWorker.ready
    await registration.unregister()
  }, [older, ...others])
  await page.close()
  const again = await context.newPage()
  await again.goto('/valle/')
  await again.evaluate(() => navigator.serviceWorker.ready)
  await expect.poll(() => again.evaluate(async () => (await globalThis.caches.keys()).toSorted())).toEqual([own, ...others].toSorted())
})
