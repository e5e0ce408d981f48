import { readFileSync } from 'node:fs'
import { expect, test } from './planner'

// If the import of such a type were forgotten, TypeScript would silently use the global.
test('no generated type has the name of a global of the browser', async ({ page }) => {
  const names = ['types', 'rpc'].flatMap((name) => {
    const source = readFileSync(new URL(`../src/gen/${name}.ts`, import.meta.url), 'utf8')
    return [...source.matchAll(/^export (?:interface|type|class|enum) (\w+)/gm)].map(([, type]) => type!)
  })
  expect(names).toContain('View')
  expect(names).toContain('Command')
  await page.goto('/')
  expect(await page.evaluate((names) => names.filter((name) => name in globalThis), [...names, 'Document'])).toEqual(['Document'])
})
