// Starts the page. The first screen is static HTML and works before this script: its
// buttons are links and a form, so the address identifies what was requested.

import { effect } from '@preact/signals'
import { render } from 'preact'
import sampleURL from '../../../examples/valledejuarez/plan.json?url'
import * as plan from './plan'
import { firstScreen, go, hash, sample, screen } from './route'
import { App } from './shell/App'
import { loadInAdvance, loadView } from './shell/loading'
import { home, viewAt } from './views/registry'
import { translateFirstScreen } from './welcome/firstScreen'
import { Welcome } from './welcome/Welcome'

const app = document.getElementById('app')!
render(<App resetSample={() => void openSample(true)} />, app)
render(<Welcome />, document.getElementById('kept')!)

/** Opens the plan and the view at the address. */
async function openAddress() {
  const view = viewAt(hash.value)
  if (view) {
    void loadView(view)
    if (plan.isOpen.peek() || (await plan.resume())) return
    if (!plan.engineFailed.peek()) go(firstScreen, true)
  } else if (hash.value === sample) {
    await openSample(false)
  } else {
    if (plan.isOpen.peek()) await plan.leave()
    await plan.listStored()
  }
}

async function openSample(fresh: boolean) {
  const from = hash.peek()
  const opened = await plan.openSample(sampleURL, fresh)
  if (hash.peek() !== from) return // somebody chose a view meanwhile
  // If the engine failed, stay on this screen: the notice explains what to do.
  if (opened || !plan.engineFailed.peek()) go(opened ? home.address : firstScreen, true)
}

plan.onRetry(() => void openAddress())

let openedAddress: string | undefined
effect(() => {
  if (hash.value === openedAddress) return
  openedAddress = hash.value
  void openAddress()
})
effect(translateFirstScreen)
effect(() => {
  document.body.dataset.screen = screen.value
  if (screen.value === 'new') document.querySelector<HTMLInputElement>('#nuevo input')!.focus()
})

plan.followPage()

// Load the engine and the views in advance, but after the first paint.
addEventListener('load', () =>
  setTimeout(() => {
    plan.startEngine()
    loadInAdvance()
  }),
)

// Register the service worker after the engine is loaded, so that nothing is fetched twice.
effect(() => {
  if (plan.engineState.value !== 'ready' || !import.meta.env.PROD) return
  void navigator.serviceWorker?.register('sw.js').catch(() => {})
})

const file = document.getElementById('file') as HTMLInputElement
const openFile = async () => {
  const [chosen] = file.files ?? []
  if (!chosen) return
  if (await plan.openFile(chosen)) go(home.address)
  file.value = ''
}
file.addEventListener('change', () => void openFile())
void openFile()

const form = document.getElementById('nuevo') as HTMLFormElement
form.addEventListener('submit', (event) => {
  event.preventDefault()
  const data = new FormData(form)
  const text = (name: string) => String(data.get(name) ?? '').trim()
  const year = form.elements.namedItem('year') as HTMLInputElement
  const refuse = (why: string) => {
    year.setCustomValidity(why)
    year.reportValidity()
    year.oninput = () => year.setCustomValidity('')
  }
  void plan.openNew(text('year'), text('municipality'), text('office'), refuse).then((opened) => {
    if (opened) plan.target.value = { path: 'activities', focus: false }
  })
})
