/** Records opened from the search lately, by kind and number alone: what they are called is asked anew each time. */

interface Opened {
  record: string
  id: number
}

const KEY = 'search:recent'
const most = 8

export function recentRecords(): Opened[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isOpened).slice(0, most) : []
  } catch {
    return []
  }
}

export function rememberOpened({ record, id }: Opened): void {
  const rest = recentRecords().filter((one) => one.record !== record || one.id !== id)
  localStorage.setItem(KEY, JSON.stringify([{ record, id }, ...rest].slice(0, most)))
}

const isOpened = (one: unknown): one is Opened =>
  typeof one === 'object' &&
  one !== null &&
  typeof (one as Opened).record === 'string' &&
  Number.isInteger((one as Opened).id) &&
  (one as Opened).id > 0
