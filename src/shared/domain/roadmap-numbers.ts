/** Numbers of the rows of a road map as its paper shows them. */

interface Numbered {
  uid: string
  number: string
  parts: readonly { uid: string }[]
}

/**
 * Printed number by uid. An item without one of its own takes the next: through the whole paper, or from 1 in each section;
 * an own plain number («7») is one of the count, any other («2а», «1.2») stands beside it. A sub-event is «4.1» under item
 * 4, and has none under an item without.
 */
export function roadmapNumbers(
  sections: readonly { items: readonly Numbered[] }[],
  numbering: 'through' | 'section' | 'none',
): Map<string, string> {
  const numbers = new Map<string, string>()
  let count = 0
  for (const { items } of sections) {
    if (numbering === 'section') count = 0
    for (const item of items) {
      if (/^\d*$/u.test(item.number)) count += 1
      const number = item.number !== '' ? item.number : numbering === 'none' ? '' : String(count)
      numbers.set(item.uid, number)
      for (const [index, part] of item.parts.entries()) {
        numbers.set(part.uid, number === '' ? '' : `${number.replace(/\.$/u, '')}.${index + 1}`)
      }
    }
  }
  return numbers
}

/** «I. Организационные мероприятия»: how a section row is printed. */
export function sectionLine({ number, title }: { number: string; title: string }): string {
  const words = title.replace(/\s+/gu, ' ').trim()
  if (number === '' || words === '') return number === '' ? words : number
  return `${number}${/[.:)]$/u.test(number) ? '' : '.'} ${words}`
}
