import { general, itemAt, type Place } from '../../meetings/model/agenda'

/** Where a line of the minutes can be taken: to any question, or to none. */
export function placesFor(
  titles: readonly { uid: string; title: string }[],
  take: (to: Place) => void,
): { title: string; run: () => void }[] {
  const items = titles.map(({ uid, title }, index) => ({
    title: `К вопросу ${index + 1}: ${short(title)}`,
    run: () => take(itemAt(uid)),
  }))
  return [...items, { title: 'Без вопроса', run: () => take(general) }]
}

const short = (text: string): string => (text.length > 48 ? `${text.slice(0, 46).trimEnd()}…` : text)
