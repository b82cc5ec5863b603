/** What a person set up in a grid once and finds again. Kept on this computer only. */
export interface Remembered {
  order: string[]
  visibility: Record<string, boolean>
  sizing: Record<string, number>
  pinned: number
  sort: { column: string; desc: boolean }[] | null
  group: string | null
  /** The saved view it was last looked at in. */
  view: number | null
}

const nothing: Remembered = {
  order: [],
  visibility: {},
  sizing: {},
  pinned: 0,
  sort: null,
  group: null,
  view: null,
}

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
