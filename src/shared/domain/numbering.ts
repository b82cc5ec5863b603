/** Numbers of protocols and of decisions. */

/**
 * The next number of a series in a school year: one more than the greatest among those given, «1» for the first. Letters
 * and signs around a number do not matter («2а» and «3-о» are 2 and 3); a number without digits does not count.
 */
export function nextNumber(existing: readonly string[]): string {
  const taken = existing.map((number) => Number(/\d{1,9}/u.exec(number)?.[0] ?? 0))
  return String(Math.max(0, ...taken) + 1)
}

/** Layouts of a protocol (FORMS §2), as the contract names them. */
export type NumberedLayout = 'full' | 'decisions' | 'programme'

/**
 * The number of a decision; indexes begin at 0. In the full layout it is «1.1»: the item's place in the agenda and the
 * decision's place in the item. In the others, and for a decision tied to no item (`itemIndex` null), one count runs
 * through the whole protocol and `decisionIndex` is the place in it.
 */
export function decisionNumber(layout: NumberedLayout, itemIndex: number | null, decisionIndex: number): string {
  return layout === 'full' && itemIndex !== null ? `${itemIndex + 1}.${decisionIndex + 1}` : String(decisionIndex + 1)
}

/** Numbers of all decisions in the order of the protocol: how many each agenda item has, then how many are tied to none. */
export function decisionNumbers(layout: NumberedLayout, perItem: readonly number[], loose: number): string[] {
  const numbers: string[] = []
  perItem.forEach((count, item) => {
    for (let index = 0; index < count; index += 1) {
      numbers.push(decisionNumber(layout, item, layout === 'full' ? index : numbers.length))
    }
  })
  for (let index = 0; index < loose; index += 1) numbers.push(decisionNumber(layout, null, numbers.length))
  return numbers
}
