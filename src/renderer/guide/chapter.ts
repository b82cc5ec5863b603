import { lexer, type Token, type Tokens } from 'marked'
import { slugs } from './slug'

export interface Heading {
  /** As a link names it: «новое-заседание». */
  slug: string
  text: string
  depth: number
}

/** A part of a chapter under one heading. */
export interface Section extends Heading {
  /** Its words without marks of layout. */
  words: string
}

export interface Chapter {
  /** «meetings.md». */
  file: string
  title: string
  tokens: readonly Token[]
  sections: readonly Section[]
  /** Where its links lead, in their order: «excel.md», «meetings.md#подпись-и-word». */
  links: readonly string[]
}

/** A page of the guide taken apart; the slug of a heading is also put on its token, as `id`. */
export function chapterOf(file: string, text: string): Chapter {
  const tokens = lexer(text, { gfm: true })
  const slugOf = slugs()
  const sections: Section[] = []
  const links: string[] = []
  for (const token of tokens) {
    if (isHeading(token)) {
      const heading = plain(token)
      sections.push({ slug: slugOf(heading), text: heading, depth: token.depth, words: '' })
    } else {
      const last = sections.at(-1)
      if (last) last.words = `${last.words} ${plain(token)}`.trim()
    }
    links.push(...linksIn(token))
  }
  return { file, title: sections[0]?.text ?? file, tokens, sections, links }
}

export const isHeading = (token: Token): token is Tokens.Heading => token.type === 'heading'

const cellsOf = ({ header, rows }: Tokens.Table): Tokens.TableCell[] => [...header, ...rows.flat()]

/** Tokens inside a token, whatever its kind keeps them in. */
function inside(token: Token): Token[] {
  if (token.type === 'table') return cellsOf(token as Tokens.Table).flatMap((cell) => cell.tokens)
  if (token.type === 'list') return (token as Tokens.List).items
  return 'tokens' in token ? (token.tokens ?? []) : []
}

/** Words of a token; a picture has none in the text. */
export function plain(token: Token): string {
  if (token.type === 'image') return ''
  if (token.type === 'table') {
    return cellsOf(token as Tokens.Table)
      .map((cell) => cell.tokens.map(plain).join(''))
      .join(' ')
  }
  const parts = inside(token)
  if (parts.length > 0) return parts.map(plain).join(isInline(parts) ? '' : ' ')
  return 'text' in token && typeof token.text === 'string' ? unescaped(token.text) : token.type === 'br' ? ' ' : ''
}

const inline = new Set(['text', 'strong', 'em', 'codespan', 'link', 'br', 'del', 'escape', 'image'])
const isInline = (tokens: readonly Token[]): boolean => tokens.every(({ type }) => inline.has(type))

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&', nbsp: '\u00a0' }

/** The reader of Markdown leaves the few entities of HTML as they were written. */
export function unescaped(text: string): string {
  return text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)
}

function linksIn(token: Token): string[] {
  const own = token.type === 'link' ? [(token as Tokens.Link).href] : []
  return [...own, ...inside(token).flatMap(linksIn)]
}
