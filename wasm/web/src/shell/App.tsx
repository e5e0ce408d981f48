import { useSignalEffect } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { View as Plan } from '../gen/rpc'
import { language, translate } from '../language'
import * as plan from '../plan'
import { firstScreen, go, hash } from '../route'
import { t } from '../ui/words'
import type { ViewDescriptor } from '../views/descriptor'
import { home, viewAt, viewOfPath } from '../views/registry'
import { Header } from './Header'
import { loadedView } from './loading'
import { Navigation } from './Navigation'
import { Notices, SampleBanner } from './Notices'
import { listenForShortcuts } from './shortcuts'
import { w } from './words'

/** The open plan: header, navigation, notices and the current view. */
export function App({ resetSample }: { resetSample(): void }) {
  const view = plan.view.value
  const current = viewAt(hash.value) ?? home
  const main = useRef<HTMLElement>(null)

  useEffect(() => {
    if (view) document.title = `${plan.record.value?.title ?? 'POA'} · ${translate(current.label)} · Rumbo`
  }, [view, current, language.value])

  useEffect(listenForShortcuts, [])

  useSignalEffect(followTarget)

  // Scroll a new view to its top and focus it.
  useEffect(() => {
    scrollTo(0, 0)
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true })
  }, [current, view === null])

  if (!view) return <Waiting />
  return (
    <>
      <a
        class="skip"
        href="#contenido"
        onClick={(event) => {
          event.preventDefault()
          main.current?.focus()
        }}
      >
        {w('skip')}
      </a>
      <Header view={view} />
      <Navigation view={view} current={current} />
      <aside aria-label={w('notices')}>
        <Notices />
        <SampleBanner reset={resetSample} />
      </aside>
      <main id="contenido" ref={main} tabindex={-1} class={`place-${current.address}`} data-fills-window={current.fillsWindow}>
        <Current descriptor={current} view={view} />
      </main>
    </>
  )
}

function Current({ descriptor, view }: { descriptor: ViewDescriptor; view: Plan }) {
  const { Component } = loadedView(descriptor) ?? {}
  return Component ? <Component view={view} /> : <p class="empty">{w('loadingView')}</p>
}

/** Shown while no plan is open. If the engine failed, a notice explains what to do. */
function Waiting() {
  const failed = plan.engineFailed.value
  return (
    <main class="waiting" id="contenido">
      <h1 class="visually-hidden">Rumbo</h1>
      {!failed && <p role="status">{plan.engineState.value === 'starting' ? w('loading') : t('opening')}</p>}
      <Notices />
      {failed && (
        <p>
          <a href={`#${firstScreen}`}>{w('home')}</a>
        </p>
      )}
    </main>
  )
}

/** Goes to the target path, which may be in another view. */
function followTarget() {
  const target = plan.target.value
  if (!target) return
  const view = viewOfPath(target.path) ?? home
  if (hash.peek() !== view.address) go(view.address)
  const loaded = loadedView(view)
  // The effect runs again when the view is loaded.
  if (!loaded) return
  plan.target.value = null
  loaded.reveal?.(target.path, target.focus)
}
