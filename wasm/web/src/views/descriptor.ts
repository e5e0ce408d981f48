// Describes a view to the rest of the page before its code is loaded.

import type { ComponentType } from 'preact'
import type { PlanDocument, View as Plan } from '../gen/rpc'
import type { Text } from '../language'

export interface ViewDescriptor<Address extends string = string> {
  /** The part of the address after #. It is public: people bookmark it. */
  readonly address: Address
  readonly label: Text
  /** The fields of the document that the view shows: the first steps of their paths. */
  readonly paths: readonly (keyof PlanDocument)[]
  /** Set if the view fills the window instead of a centred column. */
  readonly fillsWindow?: boolean
  /** Set if the view is loaded on its first visit. The others are loaded in advance. */
  readonly onDemand?: boolean
  /** The count beside the label in the navigation, or undefined if there is none. */
  badge?(plan: Plan): Badge | undefined
  load(): Promise<LoadedView>
}

export interface Badge {
  count: number
  tone?: 'bad'
}

export interface LoadedView {
  Component: ComponentType<{ view: Plan }>
  /** Scrolls to the value at a path. If the person comes from another view, it is called before this one is rendered. */
  reveal?(path: string, focus: boolean): void
}
