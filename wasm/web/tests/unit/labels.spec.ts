import { expect, test } from '@playwright/test'
import type { Badge, HelloResult } from '../../src/gen/rpc'
import { hello } from '../../src/plan'
import { certainty, doubt } from '../../src/ui/certainty'
import { severities, severity } from '../../src/ui/severity'

const badge = (key: string): Badge => ({ key, label: `Palabra de ${key}`, shape: '◆', tone: 'risk' })

test('severities and statuses have the labels in the result of hello, and none before it', () => {
  hello.value = null
  expect(severities()).toEqual([])
  expect([severity('warning'), certainty('disputed'), doubt('disputed')]).toEqual([undefined, undefined, undefined])

  const [blocking, warning, sourced, disputed] = ['blocking', 'warning', 'sourced', 'disputed'].map(badge)
  hello.value = {
    severities: [
      { severity: 'blocking', badge: blocking },
      { severity: 'warning', badge: warning },
    ],
    statuses: [
      { status: 'sourced', badge: sourced },
      { status: 'disputed', badge: disputed, doubt: 'Las fuentes no coinciden.' },
    ],
  } as HelloResult
  expect(severities().map(({ badge }) => badge)).toEqual([blocking, warning])
  expect(severity('warning')).toBe(warning)
  expect(severity('suggestion')).toBeUndefined()
  expect([certainty('sourced'), doubt('sourced')]).toEqual([sourced, undefined])
  expect([certainty('disputed'), doubt('disputed')]).toEqual([disputed, 'Las fuentes no coinciden.'])
  expect(certainty('projected')).toBeUndefined()
  hello.value = null
})
