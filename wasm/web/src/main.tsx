// Starts the page. The first screen is in index.html and works before this
// does: its buttons are links and a form, what they mean is in the address.

import { effect } from '@preact/signals'
import { render } from 'preact'
import sampleURL from '../../../examples/valledejuarez/plan.json?url'
import { App } from './App'
import { Welcome, wordsOfFirstScreen } from './Welcome'
import * as plan from './plan'
import { go, hash, placeOf, screen } from './route'

const app = document.getElementById('app')!
render(<App resetSample={() => void openSample(true)} />, app)
render(<Welcome />, document.getElementById('kept')!)

/** Opens what the address asks for. */
async function arrive() {
  const name = hash.value
  if (name === 'ejemplo') {
    await openSample(false)
  } else if (placeOf(name)) {
    if (plan.isOpen.peek() || (await plan.resume())) return
    if (plan.engineState.peek() !== 'down') go('inicio', true)
  } else {
    if (plan.isOpen.peek()) await plan.leave()
    await plan.listStored()
  }
}

async function openSample(fresh: boolean) {
  const opened = await plan.openSample(sampleURL, fresh)
  // While the engine is down, the person stays and may try again.
  if (opened || plan.engineState.peek() !== 'down') go(opened ? 'resumen' : 'inicio', true)
}

plan.onRetry(() => void arrive())

let at: string | undefined
effect(() => {
  if (hash.value === at) return
  at = hash.value
  void arrive()
})
effect(wordsOfFirstScreen)
effect(() => {
  document.body.dataset.screen = screen.value
  if (screen.value === 'new') document.querySelector<HTMLInputElement>('#nuevo input')!.focus()
})

plan.followPage()

// The engine is started ahead of its first use, and after the first paint.
addEventListener('load', () => setTimeout(() => plan.startEngine()))

// Once the engine is here, so that nothing is fetched twice.
effect(() => {
  if (plan.engineState.value !== 'ready' || !import.meta.env.PROD) return
  void navigator.serviceWorker?.register('sw.js').catch(() => {})
})

const file = document.getElementById('file') as HTMLInputElement
const openFile = async () => {
  const [chosen] = file.files ?? []
  if (!chosen) return
  if (await plan.openFile(chosen)) go('resumen')
  file.value = ''
}
file.addEventListener('change', () => void openFile())
void openFile()

const form = document.getElementById('nuevo') as HTMLFormElement
form.addEventListener('submit', (event) => {
  event.preventDefault()
  const data = new FormData(form)
  const text = (name: string) => String(data.get(name) ?? '').trim()
  void plan.openNew(Number(text('year')), text('municipality'), text('office')).then((opened) => {
    if (opened) plan.target.value = { path: 'activities', focus: false }
  })
})
