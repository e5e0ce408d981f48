// Fetching the code of the views.

import { signal } from '@preact/signals'
import * as plan from '../plan'
import { t } from '../ui/words'
import type { LoadedView, ViewDescriptor } from '../views/descriptor'
import { views } from '../views/registry'
import { w } from './words'

const loaded = signal<ReadonlyMap<string, LoadedView>>(new Map())

/** The code of a view, once it has arrived. */
export function loadedView({ address }: ViewDescriptor): LoadedView | undefined {
  return loaded.value.get(address)
}

/** Fetches a view that the person goes to; where that fails it offers to try again. */
export async function fetchView(view: ViewDescriptor) {
  if (await load(view)) return
  plan.notice.value = {
    text: w('viewMissing'),
    tone: 'bad',
    action: {
      label: t('retry'),
      run: () => {
        plan.notice.value = null
        void fetchView(view)
      },
    },
  }
}

/** Fetches the views before the person goes to them. */
export function fetchAhead() {
  for (const view of views) if (!view.onDemand) void load(view)
}

async function load(view: ViewDescriptor): Promise<boolean> {
  if (loaded.peek().has(view.address)) return true
  try {
    const code = await view.load()
    loaded.value = new Map(loaded.peek()).set(view.address, code)
    return true
  } catch {
    return false
  }
}
