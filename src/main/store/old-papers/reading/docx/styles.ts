import { maxStyleChain } from '../limits'
import { childOf, type Element, elementsOf, numberOf, switchOf, textOf } from './tree'

interface Style {
  name: string
  basedOn: string | null
  paragraph: Element | undefined
  run: Element | undefined
}

/** What is on or off all along a chain of styles. */
type Switch = 'b' | 'vanish'

/** Styles of a document; a property is looked for along the styles one is based on. */
export class Styles {
  private readonly byId = new Map<string, Style>()
  private readonly chains = new Map<string, readonly Style[]>()
  private readonly properties = new Map<string, Element | undefined>()
  private readonly switches = new Map<string, boolean>()
  private readonly byDefault: Element | undefined
  /** Of paragraphs that name none. */
  readonly usual: string | null

  constructor(root: Element | null) {
    let usual: string | null = null
    const defaults = childOf(root ?? undefined, 'docDefaults')
    this.byDefault = childOf(childOf(defaults, 'rPrDefault'), 'rPr')
    for (const element of root === null ? [] : elementsOf(root)) {
      if (element.name !== 'style') continue
      const id = textOf(element, 'styleId') ?? ''
      if (this.byId.has(id)) continue
      this.byId.set(id, {
        name: textOf(childOf(element, 'name')) ?? '',
        basedOn: textOf(childOf(element, 'basedOn')),
        paragraph: childOf(element, 'pPr'),
        run: childOf(element, 'rPr'),
      })
      if (textOf(element, 'type') === 'paragraph' && /^(?:1|true|on)$/.test(textOf(element, 'default') ?? ''))
        usual ??= id
    }
    this.usual = usual
  }

  /** The style and those it is based on, nearest first; one that is based on itself is followed once. */
  private chain(id: string | null): readonly Style[] {
    if (id === null) return []
    const known = this.chains.get(id)
    if (known) return known
    const chain: Style[] = []
    const seen = new Set<string>()
    let next: string | null = id
    while (next !== null && !seen.has(next) && chain.length < maxStyleChain) {
      seen.add(next)
      const style: Style | undefined = this.byId.get(next)
      if (!style) break
      chain.push(style)
      next = style.basedOn
    }
    this.chains.set(id, chain)
    return chain
  }

  /** The nearest paragraph property of that name, the paragraph's own first. */
  property(own: Element | undefined, style: string | null, name: string): Element | undefined {
    return childOf(own, name) ?? (style === null ? undefined : this.inherited(style, name))
  }

  private inherited(style: string, name: string): Element | undefined {
    const key = `${name} ${style}`
    if (this.properties.has(key)) return this.properties.get(key)
    let found: Element | undefined
    for (const { paragraph } of this.chain(style)) found ??= childOf(paragraph, name)
    this.properties.set(key, found)
    return found
  }

  /** A run's own word, else styles of paragraph and run, of which two cancel each other, as Word has it. */
  on(name: Switch, own: Element | undefined, runStyle: string | null, paragraphStyle: string | null): boolean {
    const told = switchOf(own, name)
    if (told !== null) return told
    const byStyles = this.inStyle(name, runStyle) !== this.inStyle(name, paragraphStyle)
    return byStyles || (switchOf(this.byDefault, name) ?? false)
  }

  private inStyle(name: Switch, style: string | null): boolean {
    if (style === null) return false
    const key = `${name} ${style}`
    const known = this.switches.get(key)
    if (known !== undefined) return known
    let on = false
    for (const { run } of this.chain(style)) {
      const told = switchOf(run, name)
      if (told === null) continue
      on = told
      break
    }
    this.switches.set(key, on)
    return on
  }

  /** By its level in the outline, else by the name of its style. */
  heading(own: Element | undefined, style: string | null): boolean {
    const level = numberOf(this.property(own, style, 'outlineLvl'))
    if (level !== null) return level < 9
    return this.chain(style).some(({ name }) =>
      /^(?:heading|title|subtitle|заголовок|название|подзаголовок)\b/iu.test(name.trim()),
    )
  }

  centred(own: Element | undefined, style: string | null): boolean {
    return textOf(this.property(own, style, 'jc')) === 'center'
  }

  /** Numbering of a paragraph: its own list and level, or its style's. */
  numbering(
    own: Element | undefined,
    style: string | null,
  ): { list: string | null; level: number | null; style: boolean } {
    const direct = childOf(own, 'numPr')
    const inherited = this.property(undefined, style, 'numPr')
    const ownList = textOf(childOf(direct, 'numId'))
    const level = numberOf(childOf(direct, 'ilvl'))
    return {
      list: ownList ?? textOf(childOf(inherited, 'numId')),
      level: level ?? (ownList === null ? numberOf(childOf(inherited, 'ilvl')) : null),
      style: ownList === null && inherited !== undefined,
    }
  }

  /** The list a numbering style is defined by. */
  listOfStyle(style: string): string | null {
    return textOf(childOf(this.property(undefined, style, 'numPr'), 'numId'))
  }

  /** The style and all it is based on, by their ids. */
  *family(style: string | null): Generator<string> {
    const seen = new Set<string>()
    let next = style
    while (next !== null && !seen.has(next) && seen.size < maxStyleChain) {
      seen.add(next)
      yield next
      next = this.byId.get(next)?.basedOn ?? null
    }
  }
}
