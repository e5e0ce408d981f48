import type { Page } from '@playwright/test'
import { clickCell, cell, expect, openSample, test } from './planner'

/** Presses Tab until an element with the name has the focus. */
async function tabTo(page: Page, name: RegExp) {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab')
    const label = await page.evaluate(() => {
      const { activeElement } = document
      return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? ''
    })
    if (name.test(label)) return
  }
  throw new Error(`Tab does not reach ${name}`)
}

test('with the keyboard only: the sample, a name, a date, undo and redo', async ({ page }) => {
  await page.goto('/')
  await tabTo(page, /^Ver un ejemplo/)
  await page.keyboard.press('Enter')
  await expect(page.locator('nav.places')).toBeVisible()
  await tabTo(page, /^Actividades$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid')).toBeVisible()
  await tabTo(page, /^Actividades$/) // the grid has the same name as its view
  await expect(page.getByRole('grid')).toBeFocused()
  await expect(page.getByRole('grid')).toHaveAttribute('aria-activedescendant', 'cell-0-name')

  await page.keyboard.type('Calendario del año')
  await page.keyboard.press('Enter')
  await expect(cell(page, 0, 'name')).toHaveText('Calendario del año')
  await expect(page.getByRole('grid')).toHaveAttribute('aria-activedescendant', 'cell-1-name')

  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('13/01/2027')
  await page.keyboard.press('Tab')
  await expect(cell(page, 1, 'start')).toHaveText('13 ene 2027')
  await expect(page.getByRole('grid')).toHaveAttribute('aria-activedescendant', 'cell-1-end')
  await page.keyboard.press('F2')
  await expect(page.locator('.cell-field:focus')).toHaveValue('12/02/2027')
  await page.keyboard.press('End')
  await page.keyboard.press('Escape')
  await expect(cell(page, 1, 'end')).toHaveText('12 feb 2027')

  await page.keyboard.press('Control+z')
  await expect(cell(page, 1, 'start')).toHaveText('11 ene 2027')
  await page.keyboard.press('Control+z')
  await expect(cell(page, 0, 'name')).toContainText('Elaboración de un calendario detallado')
  await expect(page.getByRole('button', { name: /^Deshacer$/ })).toBeDisabled()
  await page.keyboard.press('Control+y')
  await expect(cell(page, 0, 'name')).toHaveText('Calendario del año')
  await page.keyboard.press('Control+Shift+z')
  await expect(cell(page, 1, 'start')).toHaveText('13 ene 2027')
})

test('the undo and redo buttons name the step', async ({ page }) => {
  await openSample(page, 'actividades')
  await clickCell(page, 0, 'name')
  await page.keyboard.type('Otra')
  await page.keyboard.press('Enter')
  const undo = page.getByRole('button', { name: /^Deshacer: / })
  await expect(undo).toBeEnabled()
  await undo.click()
  await expect(cell(page, 0, 'name')).toContainText('Elaboración')
  await expect(page.getByRole('button', { name: /^Rehacer: / })).toBeEnabled()
})

test('dates can be typed in several forms', async ({ page }) => {
  await openSample(page, 'actividades')
  for (const [typed, shown] of [
    ['2027-02-03', '3 feb 2027'],
    ['5 feb', '5 feb 2027'],
    ['+5d', '10 feb 2027'],
    ['fin de mes', '28 feb 2027'],
  ] as const) {
    await clickCell(page, 0, 'start')
    await page.keyboard.type(typed)
    await page.keyboard.press('Enter')
    await expect(cell(page, 0, 'start')).toHaveText(shown)
  }
})

test('a text that is not a date is kept and marked until it is corrected', async ({ page }) => {
  await openSample(page, 'actividades')
  await clickCell(page, 2, 'end')
  await page.keyboard.type('31/02')
  await page.keyboard.press('Enter')
  const end = cell(page, 2, 'end')
  await expect(end).toContainText('31/02')
  await expect(end).toHaveAttribute('aria-invalid', 'true')
  await expect(page.locator('aside [role=status]').first()).toHaveText(/“31\/02” no existe.*\. Se guarda como lo escribió\.$/)
  await clickCell(page, 2, 'end')
  await expect(page.locator('.row-findings')).toContainText('31/02')
  await page.keyboard.press('F2')
  await expect(page.locator('.cell-field:focus')).toHaveValue('31/02')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('28/02')
  await page.keyboard.press('Enter')
  await expect(end).toHaveText('28 feb 2027')
  await expect(end).not.toHaveAttribute('aria-invalid')
})

test('a responsible post is chosen from the list, and the choice is undone', async ({ page }) => {
  await openSample(page, 'actividades')
  const before = await cell(page, 0, 'responsible').innerText()
  await clickCell(page, 0, 'responsible')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(cell(page, 0, 'responsible')).not.toHaveText(before)
  await page.keyboard.press('Control+z')
  await expect(cell(page, 0, 'responsible')).toHaveText(before)
})

test('an activity with records cannot be removed; removing another is undone', async ({ page }) => {
  await openSample(page, 'actividades')
  await clickCell(page, 0, 'name')
  await page.getByRole('button', { name: 'Quitar actividad' }).click()
  await expect(page.getByRole('alert')).toContainText('ya tiene registros')
  await clickCell(page, 12, 'name')
  await page.keyboard.type('Una de más')
  await page.keyboard.press('Enter')
  await expect(cell(page, 12, 'name')).toHaveText('Una de más')
  await clickCell(page, 12, 'name')
  await page.getByRole('button', { name: 'Quitar actividad' }).click()
  await expect(cell(page, 12, 'name')).toHaveText('Escriba aquí una actividad nueva')
  await page.getByRole('button', { name: /^Deshacer/ }).click()
  await expect(cell(page, 12, 'name')).toHaveText('Una de más')
})

test('an accented letter starts an edit like any other', async ({ page }) => {
  await openSample(page, 'actividades')
  await clickCell(page, 0, 'name')
  await page.keyboard.insertText('Ámbito')
  await expect(cell(page, 0, 'name')).toContainText('Elaboración')
  await page.keyboard.press('A')
  await page.keyboard.insertText('ñejo')
  await page.keyboard.press('Enter')
  await expect(cell(page, 0, 'name')).toHaveText('Añejo')
})

test('F8 goes to the field of a finding', async ({ page }) => {
  await openSample(page)
  await page.keyboard.press('F8')
  await expect(page.locator('#contenido')).not.toHaveClass('place-resumen')
  await visitActivityByUndo(page)
})

/** Undo goes to the view of what it changed. */
async function visitActivityByUndo(page: Page) {
  await page.goto('/#actividades')
  await clickCell(page, 5, 'name')
  await page.keyboard.type('Se verá')
  await page.keyboard.press('Enter')
  await expect(cell(page, 5, 'name')).toHaveText('Se verá')
  await page.goto('/#presupuesto')
  await page.keyboard.press('Control+z')
  await expect(page.locator('#contenido')).toHaveClass('place-actividades')
  await expect(page.getByRole('grid')).toHaveAttribute('aria-activedescendant', 'cell-5-name')
}
