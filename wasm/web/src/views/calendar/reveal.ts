import { elementID } from '../../plan/paths'
import { pathOf } from './ownDay'

/** Brings into view the field of a path, or else the nearest to it. */
export function reveal(path: string, focus: boolean) {
  requestAnimationFrame(() => {
    const fields = [...document.querySelectorAll<HTMLElement>('.calendar [data-path]')]
    const field = nearestField(fields, path)
    if (field) {
      field.scrollIntoView({ block: 'center' })
      if (focus) field.focus({ preventScroll: true })
    } else if (path.startsWith('ownDays')) {
      document.getElementById('own-days')?.scrollIntoView({ block: 'center' })
    }
  })
}

/** The field of a path, the first in the group it names, or the first of its own day. */
function nearestField(fields: HTMLElement[], path: string): HTMLElement | undefined {
  const within = (group: string) => fields.find(({ dataset }) => dataset.path!.startsWith(`${group}.`))
  const id = elementID(path, 'ownDays')
  return fields.find(({ dataset }) => dataset.path === path) ?? within(path) ?? (id ? within(pathOf({ id })) : undefined)
}
