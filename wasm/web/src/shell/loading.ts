// Loads the code and the style sheets of the views.

import { signal } from '@preact/signals'
import * as plan from '../plan'
import { t } from '../ui/words'
import type { LoadedView, ViewDescriptor } from '../views/descriptor'
import { views } from '../views/registry'
import { w } from './words'

const loaded = signal<ReadonlyMap<string, LoadedView>>(new Map())
const running = new Map<string, Promise<boolean>>()

/** The style sheets that could not be loaded, with the address of their view. */
const failedSheets = new Map<HTMLLinkElement, string>()

/** The code of a view, or undefined if it is not loaded yet. */
export function loadedView({ address }: ViewDescriptor): LoadedView | undefined {
  return loaded.value.get(address)
}

/** Loads a view that is visited. If that fails, a notice offers to try again. */
export async function loadView(view: ViewDescriptor) {
  if (await load(view)) return
  plan.notice.value = {
    text: w('viewMissing'),
    action: {
      label: t('retry'),
      run: () => {
        plan.notice.value = null
        void loadView(view)
      },
    },
  }
}

/** Loads the views in advance, except those that are loaded on demand. */
export function loadInAdvance() {
  for (const view of views) if (!view.onDemand) void load(view)
}

function load(view: ViewDescriptor): Promise<boolean> {
  const { address } = view
  if (loaded.peek().has(address)) return Promise.resolve(true)
  const result = running.get(address) ?? request(view).finally(() => running.delete(address))
  running.set(address, result)
  return result
}

async function request(view: ViewDescriptor): Promise<boolean> {
  try {
    await retrySheets(view)
    const before = sheetLinks()
    const loading = view.load()
    // By now the build has added the links to the style sheets, unless it did so before.
    for (const link of sheetLinks()) if (!before.includes(link)) watch(link, view)
    const code = await loading
    loaded.value = new Map(loaded.peek()).set(view.address, code)
    return true
  } catch {
    return false
  }
}

/** Requests again the style sheets of a view that could not be loaded. */
async function retrySheets(view: ViewDescriptor) {
  const links = [...failedSheets.keys()].filter((link) => failedSheets.get(link) === view.address)
  await Promise.all(
    links.map((link) => {
      failedSheets.delete(link)
      const again = link.cloneNode() as HTMLLinkElement
      watch(again, view)
      return new Promise((resolve, reject) => {
        again.addEventListener('load', resolve)
        again.addEventListener('error', reject)
        link.replaceWith(again)
      })
    }),
  )
}

function watch(link: HTMLLinkElement, { address }: ViewDescriptor) {
  link.addEventListener('error', () => failedSheets.set(link, address))
}

function sheetLinks(): HTMLLinkElement[] {
  return [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')]
}
