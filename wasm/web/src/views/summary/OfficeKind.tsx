import type { Identity } from '../../gen/rpc'
import * as plan from '../../plan'
import { w } from './words'
import '../../ui/field.css'

/** Chooses the kind of office, on which depends which legal duties are its own. */
export function OfficeKind({ identity }: { identity: Identity }) {
  const { officeKind = '', officeKinds, namedKind } = identity
  const known = !officeKind || officeKinds.some(({ key }) => key === officeKind)
  return (
    <label class="field named office-kind">
      <span>{w('officeKind')}</span>
      <select
        data-path="office.kind"
        aria-invalid={!known || undefined}
        disabled={plan.readOnly.value}
        value={officeKind}
        onChange={(event) => void plan.setText('office.kind', event.currentTarget.value)}
      >
        <option value="">{namedKind ? w('byName', namedKind) : w('notGiven')}</option>
        {!known && <option value={officeKind}>{officeKind}</option>}
        {officeKinds.map(({ key, label }) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}
