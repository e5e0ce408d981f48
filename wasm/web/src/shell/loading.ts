// Loads the code and the style sheets of the views.

import { signal } from '@preact/signals'
import * as plan from '../plan'
import { t } from '../ui/words'
import type { LoadedView, ViewDescriptor } from '../views/descriptor'
import { views } from '../views/registry'
import { w } from './words'

const loaded = signal<ReadonlyMap<string, LoadedView>>(new Map())

/** The links of style sheets that could not be loaded. */
const failedSheets = new Set<HTMLLinkElement>()

addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') failedSheets.add(target)
  },
  { capture: true },
)

/** The code of a view, or undefined if it is not loaded yet. */
export function loadedView({ address }: ViewDescriptor): LoadedView | undefined {
  return loaded.value.get(address)
}

/** Loads the view that a person goes to. If that fails, a notice offers to try again. */
export async function loadView(view: ViewDescriptor) {
  if (await load(view)) return
  plan.notice.value = {
    text: w('viewMissing'),
    tone: 'bad',
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

async function load(view: ViewDescriptor): Promise<boolean> {
  if (loaded.peek().has(view.address)) return true
  try {
    await Promise.all([...failedSheets].map(retrySheet))
    const code = await view.load()
    loaded.value = new Map(loaded.peek()).set(view.address, code)
    return true
  } catch {
    return false
  }
}

/** Requests a style sheet again, because the preloading code of the build requests each one only once. */
function retrySheet(link: HTMLLinkElement): Promise<unknown> {
  failedSheets.delete(link)
  const again = link.cloneNode() as HTMLLinkElement
  const settled = new Promise((resolve, reject) => {
    again.addEventListener('load', resolve)
    again.addEventListener('error', reject)
  })
  link.replaceWith(again)
  return settled
}
