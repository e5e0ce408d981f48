import { axe, expect, openSample, test } from './planner'

test('the official document opens, prints, and is accessible', async ({ page }) => {
  await openSample(page)
  await page.getByRole('button', { name: 'Imprimir' }).click()
  const frame = page.frameLocator('iframe[title="Documento oficial"]')
  await expect(frame.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(frame.locator('html')).toHaveAttribute('lang', /^es/)
  const html = await page.locator('iframe').getAttribute('srcdoc')
  await page.goto('about:blank')
  await page.setContent(html!)
  expect(await axe(page)).toEqual([])
  const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true })
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pdf.includes('/StructTreeRoot')).toBe(true)
})

test('Ctrl+P prints the document, not the page', async ({ page }) => {
  // The frame runs no scripts, so its print function is replaced from outside.
  await page.addInitScript(() => {
    const { prototype } = HTMLIFrameElement
    const { get } = Object.getOwnPropertyDescriptor(prototype, 'contentWindow')!
    Object.defineProperty(prototype, 'contentWindow', {
      get() {
        const inner = get!.call(this) as Window
        inner.print = () => document.documentElement.setAttribute('data-printed', inner.document.title)
        return inner
      },
    })
  })
  await openSample(page)
  await page.keyboard.press('Control+p')
  await expect(page.locator('html')).toHaveAttribute('data-printed', /\S/)
})
