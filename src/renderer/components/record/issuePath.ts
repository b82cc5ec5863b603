/**
 * Where a fault found in the tidied value (blank rows dropped) stands in what was typed: rows are told by their `uid`.
 */
export function pathInTyped(path: readonly PropertyKey[], tidied: unknown, typed: unknown): string {
  const steps: string[] = []
  let inTidied = tidied
  let inTyped = typed
  for (const step of path) {
    let typedStep: PropertyKey = step
    if (Array.isArray(inTidied) && Array.isArray(inTyped) && typeof step === 'number') {
      const uid = uidOf(inTidied[step])
      const index = uid === undefined ? -1 : inTyped.findIndex((row) => uidOf(row) === uid)
      if (index >= 0) typedStep = index
    }
    steps.push(String(typedStep))
    inTidied = childOf(inTidied, step)
    inTyped = childOf(inTyped, typedStep)
  }
  return steps.join('.')
}

function uidOf(row: unknown): unknown {
  return childOf(row, 'uid')
}

function childOf(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined
}
