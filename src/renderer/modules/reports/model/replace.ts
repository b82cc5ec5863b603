import type { Said, SectionContent } from '@shared/contract/report-content'
import type { FigureChange } from '@shared/papers/report/figures'

/** A changed number where it stands in her own text, and what the text becomes. */
export interface Replacement {
  from: number
  to: number
  /** As it stands: «4 заседания». */
  before: string
  /** «5 заседаний». */
  after: string
}

/**
 * Places in her text where the former number stands as a whole number. Where the noun she counts follows it, in the form the new
 * number asks for, both are replaced; if some places have the noun, the others are other numbers that happen to be equal.
 */
export function replacementsOf(text: string, change: FigureChange, content: SectionContent | undefined): Replacement[] {
  if (change.before === '' || change.before === '—') return []
  const noun = nounOf(change, content)
  const found = placesOf(text, change.before).map(({ from, to }): Replacement & { named: boolean } => {
    const word = /^[\s\u00A0]+([а-яё]+)/iu.exec(text.slice(to))
    const written = word?.[1] ?? ''
    const named = noun !== '' && isSameNoun(written, noun)
    if (!named || word === null || isOblique(written)) {
      const end = named && word !== null ? to + word[0].length : to
      return { from, to: end, before: text.slice(from, end), after: change.after + text.slice(to, end), named }
    }
    const end = to + word[0].length
    const gap = word[0].slice(0, word[0].length - written.length)
    return { from, to: end, before: text.slice(from, end), after: change.after + gap + noun, named }
  })
  const named = found.filter((place) => place.named)
  return (named.length > 0 ? named : found).map(({ named: _, ...place }) => place)
}

export function replaced(text: string, { from, to, after }: Replacement): string {
  return text.slice(0, from) + after + text.slice(to)
}

/** The place with a few words around it. */
export function contextOf(text: string, { from, to }: Replacement): string {
  const before = text.slice(Math.max(0, from - 24), from)
  const rest = text.slice(to, to + 16)
  return `${from > 24 ? '…' : ''}${before}${text.slice(from, to)}${rest}${to + 16 < text.length ? '…' : ''}`.replace(
    /\s+/gu,
    ' ',
  )
}

/** The word after the number where the section says it in words: «5 заседаний» → «заседаний». */
function nounOf(change: FigureChange, content: SectionContent | undefined): string {
  const said = content?.parts
    .filter((part) => part.key === change.part)
    .flatMap((part): Said[] => (part.form === 'text' ? part.paragraphs.flatMap(({ runs }) => runs) : []))
    .find((run) => run.figure === change.key && run.text.startsWith(change.after))
  return /^[\s\u00A0]+([а-яё]+)/iu.exec(said?.text.slice(change.after.length) ?? '')?.[1] ?? ''
}

/** The same number, not a part of a longer one: «4» is not in «14», «4,5», «1 004» or «4 %». */
function placesOf(text: string, number: string): { from: number; to: number }[] {
  const pattern = number
    .split(/[\s\u00A0\u202F]+/u)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
    .join('[\\s\\u00A0\\u202F]+')
  const whole = new RegExp(`(?<![\\d,.])(?<!\\d[\\u00A0\\u202F])${pattern}(?![\\d]|[,.]\\d|[\\u00A0\\u202F]\\d)`, 'gu')
  return [...text.matchAll(whole)].map((match) => ({ from: match.index, to: match.index + match[0].length }))
}

/** Forms of one noun begin alike: «заседания» and «заседаний», «школа» and «школ». */
function isSameNoun(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()]
  let alike = 0
  while (alike < a.length && alike < b.length && a[alike] === b[alike]) alike++
  return alike >= 3 && alike >= Math.min(a.length, b.length) - 2
}

/** «на 4 заседаниях», «с 4 школами»: such a form is the same for any number. */
function isOblique(word: string): boolean {
  return /(?:ах|ях|ам|ям|ами|ями)$/iu.test(word)
}
