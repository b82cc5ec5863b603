/**
 * Numbers by index. Every array of the planner is an Int32Array and is read through `at`, so that the engine sees one kind
 * of array there; whoever indexes keeps within its length.
 */
export function at(numbers: Int32Array, index: number): number {
  return numbers[index] as number
}

export function add(numbers: Int32Array, index: number, amount: number): void {
  numbers[index] = (numbers[index] as number) + amount
}

/** Starts of the groups when `count` things are sorted by `groupOf`, and the things in that order. */
export function grouped(
  count: number,
  groups: number,
  groupOf: (thing: number) => number,
): { start: Int32Array; items: Int32Array } {
  const start = new Int32Array(groups + 1)
  for (let thing = 0; thing < count; thing++) add(start, groupOf(thing) + 1, 1)
  for (let group = 0; group < groups; group++) add(start, group + 1, at(start, group))
  const next = start.slice()
  const items = new Int32Array(count)
  for (let thing = 0; thing < count; thing++) {
    const group = groupOf(thing)
    items[at(next, group)] = thing
    add(next, group, 1)
  }
  return { start, items }
}
