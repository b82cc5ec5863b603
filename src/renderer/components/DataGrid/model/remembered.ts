/** What a person set up in a grid once and finds again: widths, hidden columns, order. Kept on this computer only. */
export interface Remembered {
  visibility: Record<string, boolean>
  sizing: Record<string, number>
  sort: { column: string; desc: boolean }[] | null
}

const nothing: Remembered = { visibility: {}, sizing: {}, sort: null }

export function remembered(list: string): Remembered {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(`grid:${list}`) ?? 'null')
    return typeof stored === 'object' && stored !== null ? { ...nothing, ...stored } : nothing
  } catch {
    return nothing
  }
}

export function remember(list: string, part: Partial<Remembered>): void {
  localStorage.setItem(`grid:${list}`, JSON.stringify({ ...remembered(list), ...part }))
}
