import { maxLabel } from '../limits'
import { formatNumber, withoutSymbols } from './number-formats'
import type { Styles } from './styles'
import { childOf, type Element, elementsOf, numberOf, switchOf, textOf } from './tree'

interface Level {
  start: number
  format: string
  text: string
  /** Above which level it begins anew; null: above any; 0: never. */
  restart: number | null
  /** All numbers of it in Arabic digits. */
  legal: boolean
  style: string | null
}

interface Definition {
  id: string
  levels: ReadonlyMap<number, Level>
  /** Levels are those of the list of this numbering style. */
  link: string | null
}

interface List {
  definition: string
  starts: ReadonlyMap<number, number>
  levels: ReadonlyMap<number, Level>
}

export interface Numbered {
  label: string
  level: number
  list: number
}

const lastLevel = 8
const unknownLevel: Level = { start: 1, format: 'none', text: '', restart: null, legal: false, style: null }

function levelOf(element: Element): Level {
  const text = textOf(childOf(element, 'lvlText'))
  return {
    start: numberOf(childOf(element, 'start')) ?? 0,
    // A format of Word's later years stands inside AlternateContent; its simpler brother is good enough.
    format: textOf(childOf(element, 'numFmt')) ?? 'decimal',
    text: text ?? '',
    restart: numberOf(childOf(element, 'lvlRestart')),
    legal: switchOf(element, 'isLgl') ?? false,
    style: textOf(childOf(element, 'pStyle')),
  }
}

function levelsOf(element: Element): Map<number, Level> {
  const levels = new Map<number, Level>()
  for (const child of elementsOf(element)) {
    const index = child.name === 'lvl' ? numberOf(child, 'ilvl') : null
    if (index !== null && index >= 0 && index <= lastLevel) levels.set(index, levelOf(child))
  }
  return levels
}

/** Numbers Word makes by itself, counted paragraph by paragraph in the order of the paper. */
export class Numbering {
  private readonly definitions = new Map<string, Definition>()
  private readonly lists = new Map<string, List>()
  /** Where the count stands, by definition: lists of one definition go on counting each other. */
  private readonly counts = new Map<string, (number | undefined)[]>()
  private readonly begun = new Set<string>()
  private readonly numbers = new Map<string, number>()

  constructor(
    root: Element | null,
    private readonly styles: Styles,
  ) {
    for (const element of root === null ? [] : elementsOf(root)) {
      if (element.name === 'abstractNum') {
        const id = textOf(element, 'abstractNumId') ?? ''
        const link = textOf(childOf(element, 'numStyleLink'))
        this.definitions.set(id, { id, levels: levelsOf(element), link })
      } else if (element.name === 'num') this.lists.set(textOf(element, 'numId') ?? '', listOf(element))
    }
  }

  /** The next number of the paragraph's list; null: it is of none. */
  next(own: Element | undefined, style: string | null): Numbered | null {
    const { list: id, level: told, style: byStyle } = this.styles.numbering(own, style)
    if (id === null || id === '0') return null
    const list = this.lists.get(id)
    const definition = list && this.definitionOf(list)
    if (!list || !definition) return null
    const level = Math.min(
      Math.max((byStyle ? this.levelByStyle(list, definition, style) : null) ?? told ?? 0, 0),
      lastLevel,
    )
    const counts = this.count(id, list, definition, level)
    const own_ = this.level(list, definition, level)
    return {
      label: own_.format === 'bullet' ? bulletOf(own_.text) : this.label(list, definition, own_, counts),
      level,
      list: this.numberOf(list.starts.size > 0 ? `${definition.id}/${id}` : definition.id),
    }
  }

  private level(list: List, definition: Definition, index: number): Level {
    return list.levels.get(index) ?? definition.levels.get(index) ?? unknownLevel
  }

  /** Follows numbering styles, which may lead to each other in a circle. */
  private definitionOf(list: List): Definition | undefined {
    let definition = this.definitions.get(list.definition)
    for (let step = 0; step < 10 && definition?.link && definition.levels.size === 0; step++) {
      const next = this.lists.get(this.styles.listOfStyle(definition.link) ?? '')
      definition = next && this.definitions.get(next.definition)
    }
    return definition
  }

  /** The level that names the style, or one it is based on. */
  private levelByStyle(list: List, definition: Definition, style: string | null): number | null {
    for (const id of this.styles.family(style)) {
      for (let index = 0; index <= lastLevel; index++) {
        if (this.level(list, definition, index).style === id) return index
      }
    }
    return null
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
    counts[level] = before === undefined ? this.level(list, definition, level).start : before + 1
    for (let below = level + 1; below <= lastLevel; below++) {
      const { restart } = this.level(list, definition, below)
      if (restart !== 0 && level < (restart ?? below)) counts[below] = undefined
    }
    return counts
  }

  private label(list: List, definition: Definition, own: Level, counts: readonly (number | undefined)[]): string {
    const text = own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1
      const level = this.level(list, definition, index)
      const format = own.legal && level.format !== 'none' ? 'decimal' : level.format
      return formatNumber(counts[index] ?? level.start, format)
    })
    return withoutSymbols(text).trim().slice(0, maxLabel)
  }

  private numberOf(key: string): number {
    const known = this.numbers.get(key)
    if (known !== undefined) return known
    this.numbers.set(key, this.numbers.size)
    return this.numbers.size - 1
  }
}

function listOf(element: Element): List {
  const starts = new Map<number, number>()
  const levels = new Map<number, Level>()
  for (const override of elementsOf(element)) {
    const index = override.name === 'lvlOverride' ? numberOf(override, 'ilvl') : null
    if (index === null || index < 0 || index > lastLevel) continue
    const start = numberOf(childOf(override, 'startOverride'))
    if (start !== null) starts.set(index, start)
    const level = childOf(override, 'lvl')
    if (level) levels.set(index, levelOf(level))
  }
  return { definition: textOf(childOf(element, 'abstractNumId')) ?? '', starts, levels }
}

/** «o» of Courier is a ring. */
const bulletOf = (text: string): string => (text === 'o' ? '○' : withoutSymbols(text).trim().slice(0, maxLabel))
