import { maxLabel } from './limits'
import { formatNumber, withoutSymbols } from './number-formats'

/** A level of a list, as Word counts it. */
export interface Level {
  start: number
  /** Word's name of the format: `decimal`, `bullet`. */
  format: string
  /** «%1.%2.», or the bullet. */
  text: string
  /** Above which level it begins anew, outermost 1; null: above any; 0: never. */
  restart: number | null
  /** All numbers of it in Arabic digits. */
  legal: boolean
  /** Paragraphs of this style stand at this level. */
  style: string | null
}

export interface Definition {
  id: string
  levels: ReadonlyMap<number, Level>
}

/** A list of a definition: it may begin anew and have levels of its own. */
export interface List {
  starts: ReadonlyMap<number, number>
  levels: ReadonlyMap<number, Level>
}

export interface Numbered {
  label: string
  level: number
  list: number
}

export const lastLevel = 8
const unknownLevel: Level = { start: 1, format: 'none', text: '', restart: null, legal: false, style: null }

export const levelOf = (list: List, definition: Definition, index: number): Level =>
  list.levels.get(index) ?? definition.levels.get(index) ?? unknownLevel

/** Numbers Word makes by itself, counted paragraph by paragraph in the order of the paper. */
export class Counting {
  /** Where the count stands, by definition: lists of one definition go on counting each other. */
  private readonly counts = new Map<string, (number | undefined)[]>()
  private readonly begun = new Set<string>()
  private readonly numbers = new Map<string, number>()

  /** The next number of a list; `id` is the list's own. */
  next(id: string, list: List, definition: Definition, level: number): Numbered {
    const counts = this.count(id, list, definition, level)
    const own = levelOf(list, definition, level)
    return {
      label: own.format === 'bullet' ? bulletOf(own.text) : labelOf(list, definition, own, counts),
      level,
      list: this.numberOf(list.starts.size > 0 ? `${definition.id}/${id}` : definition.id),
    }
  }

  private count(id: string, list: List, definition: Definition, level: number): readonly (number | undefined)[] {
    const counts = this.counts.get(definition.id) ?? []
    this.counts.set(definition.id, counts)
    if (!this.begun.has(id)) {
      this.begun.add(id)
      for (const [index, start] of list.starts) {
        counts[index] = start - 1
        for (let below = index + 1; below <= lastLevel; below++) counts[below] = undefined
      }
    }
    const before = counts[level]
    counts[level] = before === undefined ? levelOf(list, definition, level).start : before + 1
    for (let below = level + 1; below <= lastLevel; below++) {
      const { restart } = levelOf(list, definition, below)
      if (restart !== 0 && level < (restart ?? below)) counts[below] = undefined
    }
    return counts
  }

  private numberOf(key: string): number {
    const known = this.numbers.get(key)
    if (known !== undefined) return known
    this.numbers.set(key, this.numbers.size)
    return this.numbers.size - 1
  }
}

function labelOf(list: List, definition: Definition, own: Level, counts: readonly (number | undefined)[]): string {
  const text = own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1
    const level = levelOf(list, definition, index)
    const format = own.legal && level.format !== 'none' ? 'decimal' : level.format
    return formatNumber(counts[index] ?? level.start, format)
  })
  return withoutSymbols(text).trim().slice(0, maxLabel)
}

/** «o» of Courier is a ring. */
const bulletOf = (text: string): string => (text === 'o' ? '○' : withoutSymbols(text).trim().slice(0, maxLabel))
