import type { Block, Para } from './blocks'
import { formatIn, numberIn, readLoose, setNumber, setTheme, takeWhen, unquote } from './head'
import { headLabel, sectionLabel } from './labels'
import { numberOf } from './numbering'
import { clip, type Paper } from './paper'
import { cut, GAP, join, line, type Piece, splitBy, strip } from './piece'
import { findDate } from './when'

/** «ПРОТОКОЛ № 3 заседания … на тему: «…»» over several lines: number, what it is a protocol of, theme. */

const spaced = (word: string): string => `(?:${word}|${[...word].join('\\s')})`

const TITLE = new RegExp(
  `^(?:(?:${spaced('выписка')})(?:\\s+из)?\\s+)?(?:${spaced('протокол')}[аы]?)(?!\\p{L})[\\s:.]*`,
  'iu',
)
const EXTRACT = new RegExp(
  `^${spaced('выписка')}(?!\\p{L})(?:\\s+из(?=\\s|$))?\\s*(?:${spaced('протокол')}[аы]?(?!\\p{L}))?\\s*`,
  'iu',
)
const OTHER = new RegExp(
  `^(?:${['решение', 'постановление', 'резолюция', 'рекомендации'].map(spaced).join('|')})(?!\\p{L})\\s*`,
  'iu',
)
const GATHERING =
  /^(?:\p{L}+(?:-\p{L}+)?\s+){0,4}(?:заседани|совещани|собрани|встреч|семинар|круглого\s+стола|конференци)/iu

/** Where the title stands; −1: the paper has none. */
export function findTitle(blocks: readonly Block[]): number {
  const head = blocks.slice(0, 60)
  const at = (pattern: RegExp): number =>
    head.findIndex(
      (block) => block.kind === 'para' && block.para.part === 'body' && pattern.test(block.para.piece.text),
    )
  const first = at(TITLE)
  if (first >= 0) return first
  const extract = at(EXTRACT)
  if (extract >= 0) return extract
  const other = head.findIndex((block, index) => {
    if (block.kind !== 'para' || !OTHER.test(block.para.piece.text)) return false
    const rest = strip(cut(block.para.piece, OTHER.exec(block.para.piece.text)?.[0].length ?? 0)).text
    const next = blocks[index + 1]
    return GATHERING.test(rest) || (rest === '' && next?.kind === 'para' && GATHERING.test(next.para.piece.text))
  })
  return other >= 0 ? other : at(GATHERING)
}

/** Reads the title; answers where it ends. */
export function readTitle(paper: Paper, blocks: readonly Block[], from: number): number {
  const lines: Piece[] = []
  let at = from
  for (; at < blocks.length && lines.length < 12; at += 1) {
    const block = blocks[at]
    if (block?.kind !== 'para') break
    if (at > from && ends(block.para, lines)) break
    lines.push(block.para.piece)
  }
  readLines(paper, lines)
  return at
}

function ends(para: Para, before: readonly Piece[]): boolean {
  const { text } = para.piece
  if (para.part !== 'body') return true
  // A quote still open goes on.
  const open = before.map((piece) => piece.text).join(' ')
  if (open.split('«').length > open.split('»').length && text.length < 300) return false
  if (text.length > 400 || numberOf(para) !== null) return true
  if (sectionLabel(para.piece)) return true
  const date = findDate(text)
  if (date && date.from <= 3) return true
  if (/^(?:г|с|п|пос|пгт|р\.\s?п|дер|ст|х)\.\s?\p{Lu}/u.test(text)) return true
  const head = headLabel(para.piece)
  if (head && /[:–—-]\s*$/u.test(head.label.text)) return true
  if (head && ['time', 'attendance', 'invited', 'absent'].includes(head.role)) return true
  // After an empty line only what still belongs to the heading: centred, in quotes or going on in lower case.
  return para.apart && before.length > 1 && !para.centred && !/^[«"“\p{Ll}]/u.test(text)
}

function readLines(paper: Paper, lines: readonly Piece[]): void {
  const rest: Piece[] = []
  lines.forEach((piece, index) => {
    let own = piece
    if (index === 0) {
      const label = (EXTRACT.exec(own.text) ?? TITLE.exec(own.text) ?? OTHER.exec(own.text))?.[0].length ?? 0
      paper.label(cut(own, 0, label))
      own = strip(cut(own, label))
    } else if (/^(?:из\s+)?протокола?(?!\p{L})/iu.test(own.text)) {
      const label = /^(?:из\s+)?протокола?\s*/iu.exec(own.text)?.[0].length ?? 0
      paper.label(cut(own, 0, label))
      own = strip(cut(own, label))
    }
    const number = paper.protocol.number === '' ? numberIn(own) : null
    if (number) {
      setNumber(paper, number.value)
      paper.label(cut(own, number.from, number.to))
      rest.push(...[cut(own, 0, number.from), cut(own, number.to)].map((part) => strip(part, ',;')))
    } else rest.push(own)
  })
  const dated = rest.flatMap((piece) => {
    const date = findDate(piece.text)
    return date ? takeWhen(paper, piece) : [piece]
  })
  const words: Piece[] = []
  for (const piece of joinQuotes(dated.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)))) {
    if (piece.text.includes(GAP)) {
      // «заседания РМО          г. Дубки»
      const [first, ...others] = splitBy(piece, /\t/gu)
      if (first) words.push(first)
      for (const other of others) readLoose(paper, other)
    } else words.push(piece)
  }
  const series: Piece[] = []
  for (const piece of words) {
    const theme = themeOf(piece)
    if (theme) {
      if (theme.before.text !== '') series.push(theme.before)
      paper.label(theme.label)
      setTheme(paper, theme.theme)
    } else series.push(piece)
  }
  setSeries(paper, strip(join(series, ' '), '.,:;'))
}

/** Lines from an opening quote to its closing one are one. */
function joinQuotes(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  let depth = 0
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (depth > 0 && last) joined[joined.length - 1] = join([last, piece], ' ')
    else joined.push(piece)
    depth += piece.text.split(/[«“„]/u).length - piece.text.split(/[»”]/u).length
    if (depth < 0) depth = 0
  }
  return joined
}

/** Words before quotes that hold a name. */
const INSTITUTION =
  /(?:МБ|МК|МА|МО|ГБ|ГК|ГА|СОШ|ООШ|СШ|ОШ|ДОУ|ИМЦ|школ\p{L}*|лице\p{L}*|гимнази\p{L}*|центр\p{L}*|учреждени\p{L}*|организаци\p{L}*|округ\p{L}*|район\p{L}*|объединени\p{L}*|клуб\p{L}*|журнал\p{L}*|конкурс\p{L}*|проект\p{L}*|акци\p{L}*|библиотек\p{L}*|дом\p{L}*|куст\p{L}*|издательств\p{L}*|систем\p{L}*)\p{L}*\s*(?:№\s?\d+\s*)?$/iu

function themeOf(piece: Piece): { before: Piece; label: Piece; theme: Piece } | null {
  const named =
    /(?:^|[\s,(])(?:на\s+тему|по\s+теме|тема|с\s+темой)(?:\s+(?:заседания|совещания|семинара))?\s*[:–—-]?\s*(?=[«"“„]|(?<=:\s*)\S)/iu.exec(
      piece.text,
    )
  if (named) {
    const end = named.index + named[0].length
    return {
      before: strip(cut(piece, 0, named.index), ',:('),
      label: cut(piece, named.index, end),
      theme: strip(cut(piece, end), ').'),
    }
  }
  // «совещания «Учебники: заказ и обмен»»: quotes that end the heading, unless they name a school.
  const tail = /[«"“]([^«»"“”]{8,300}(?:«[^«»]*»[^«»"“”]*)?)[»"”]\.?$/u.exec(piece.text)
  if (tail && tail.index > 0 && !INSTITUTION.test(piece.text.slice(Math.max(0, tail.index - 40), tail.index))) {
    return {
      before: strip(cut(piece, 0, tail.index)),
      label: cut(piece, 0, 0),
      theme: unquote(strip(cut(piece, tail.index), '.')),
    }
  }
  const bare = strip(piece, '.')
  const inside = unquote(bare)
  return inside === bare ? null : { before: cut(piece, 0, 0), label: cut(piece, 0, 0), theme: inside }
}

function setSeries(paper: Paper, piece: Piece): void {
  const text = line(piece)
  if (text === '') return
  paper.protocol.series = clip(text)
  paper.field('series', piece)
  const format = formatIn(text)
  if (format && paper.protocol.format === 'none') {
    paper.protocol.format = format
    paper.field('format', piece)
  }
}
