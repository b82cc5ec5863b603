import { Counting, type Definition, type Level, type List, lastLevel, levelOf, type Numbered } from '../counting'
import type { Styles } from './styles'
import { childOf, type Element, elementsOf, numberOf, switchOf, textOf } from './tree'

interface LinkedDefinition extends Definition {
  /** Levels are those of the list of this numbering style. */
  link: string | null
}

interface ListOf extends List {
  definition: string
}

/** Lists of a document and the numbers they give to paragraphs. */
export class Numbering {
  private readonly definitions = new Map<string, LinkedDefinition>()
  private readonly lists = new Map<string, ListOf>()
  private readonly counting = new Counting()

  constructor(
    root: Element | null,
    private readonly styles: Styles,
  ) {
    for (const element of root === null ? [] : elementsOf(root)) {
      if (element.name === 'abstractNum') {
        const id = textOf(element, 'abstractNumId') ?? ''
        this.definitions.set(id, { id, levels: levelsOf(element), link: textOf(childOf(element, 'numStyleLink')) })
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
    const meant = (byStyle ? levelByStyle(list, definition, this.styles.family(style)) : null) ?? told ?? 0
    return this.counting.next(id, list, definition, Math.min(Math.max(meant, 0), lastLevel))
  }

  /** Follows numbering styles, which may lead to each other in a circle. */
  private definitionOf(list: ListOf): Definition | undefined {
    let definition = this.definitions.get(list.definition)
    for (let step = 0; step < 10 && definition?.link && definition.levels.size === 0; step++) {
      const next = this.lists.get(this.styles.listOfStyle(definition.link) ?? '')
      definition = next && this.definitions.get(next.definition)
    }
    return definition
  }
}

/** The level that names the style, or one it is based on. */
function levelByStyle(list: List, definition: Definition, family: Iterable<string>): number | null {
  for (const id of family) {
    for (let index = 0; index <= lastLevel; index++) {
      if (levelOf(list, definition, index).style === id) return index
    }
  }
  return null
}

function levelsOf(element: Element): Map<number, Level> {
  const levels = new Map<number, Level>()
  for (const child of elementsOf(element)) {
    const index = child.name === 'lvl' ? numberOf(child, 'ilvl') : null
    if (index !== null && index >= 0 && index <= lastLevel) levels.set(index, readLevel(child))
  }
  return levels
}

const readLevel = (element: Element): Level => ({
  start: numberOf(childOf(element, 'start')) ?? 0,
  // A format of Word's later years stands inside AlternateContent: it counts in digits too.
  format: textOf(childOf(element, 'numFmt')) ?? 'decimal',
  text: textOf(childOf(element, 'lvlText')) ?? '',
  restart: numberOf(childOf(element, 'lvlRestart')),
  legal: switchOf(element, 'isLgl') ?? false,
  style: textOf(childOf(element, 'pStyle')),
})

function listOf(element: Element): ListOf {
  const starts = new Map<number, number>()
  const levels = new Map<number, Level>()
  for (const override of elementsOf(element)) {
    const index = override.name === 'lvlOverride' ? numberOf(override, 'ilvl') : null
    if (index === null || index < 0 || index > lastLevel) continue
    const start = numberOf(childOf(override, 'startOverride'))
    if (start !== null) starts.set(index, start)
    const level = childOf(override, 'lvl')
    if (level) levels.set(index, readLevel(level))
  }
  return { definition: textOf(childOf(element, 'abstractNumId')) ?? '', starts, levels }
}
