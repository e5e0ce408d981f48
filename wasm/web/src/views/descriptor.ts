// What the page knows about a view before the code of the view has arrived.

import type { ComponentType } from 'preact'
import type { View as Plan } from '../gen/rpc'
import type { Text } from '../language'

export interface ViewDescriptor<Address extends string = string> {
  /** The part of the address of the page after #. People keep links to it. */
  readonly address: Address
  readonly label: Text
  /** The first steps of the engine's paths that lead to this view. */
  readonly paths: readonly string[]
  /** Set for a view that reaches to the edges of the window. */
  readonly fillsWindow?: boolean
  /** Set for a view that is fetched when it is first visited; the others are fetched ahead. */
  readonly onDemand?: boolean
  /** What the navigation counts beside the label; undefined where there is nothing to count. */
  badge?(plan: Plan): Badge | undefined
  load(): Promise<LoadedView>
}

export interface Badge {
  count: number
  tone?: 'bad'
}

export interface LoadedView {
  Component: ComponentType<{ view: Plan }>
  /** Brings into view what a path names. It is called before the view is rendered when the person comes from another. */
  reveal?(path: string, focus: boolean): void
}
