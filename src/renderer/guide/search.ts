import { normKey } from '@shared/domain/text/norm'
import { stem, words } from '@shared/domain/text/stems'
import type { Chapter } from './chapter'

export interface GuideHit {
  file: string
  slug: string
  chapter: string
  heading: string
  /** Words around the first that was found. */
  extract: string
}

interface Part {
  hit: Omit<GuideHit, 'extract'>
  text: string
  /** By weight: of the chapter's title, of the heading, of the text. */
  fields: readonly { weight: number; words: readonly string[]; stems: ReadonlySet<string> }[]
}

const fieldOf = (weight: number, text: string): Part['fields'][number] => {
  const own = words(text)
  return { weight, words: own, stems: new Set(own.map(stem)) }
}

/** The guide's sections ready to be looked through. */
export function guideIndex(chapters: readonly Chapter[]): readonly Part[] {
  return chapters.flatMap((chapter) =>
    chapter.sections.map((section) => ({
      hit: { file: chapter.file, slug: section.slug, chapter: chapter.title, heading: section.text },
      text: section.words,
      fields: [fieldOf(3, chapter.title), fieldOf(8, section.text), fieldOf(1, section.words)],
    })),
  )
}

/** Sections that have every word asked for, in any of its forms or as its beginning; the best first. */
export function searchGuide(index: readonly Part[], text: string, limit = 20): GuideHit[] {
  const asked = words(text)
  if (asked.length === 0) return []
  return index
    .map((part) => ({ part, score: scoreOf(part, asked) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .slice(0, limit)
    .map(({ part }) => ({ ...part.hit, extract: extractOf(part.text, asked) }))
}

/** 0 where a word is nowhere to be found. */
function scoreOf({ fields }: Part, asked: readonly string[]): number {
  let sum = 0
  for (const word of asked) {
    const own = stem(word)
    let best = 0
    for (const field of fields) {
      const times = field.words.filter((one) => one.startsWith(word) || stem(one) === own).length
      if (times > 0) best += field.weight + Math.min(times, 5) / 10
    }
    if (best === 0) return 0
    sum += best
  }
  return sum
}

const AROUND = 90

function extractOf(text: string, asked: readonly string[]): string {
  const stems = asked.map(stem)
  const found = [...text.matchAll(/[\p{L}\p{N}]+/gu)].find(([word]) => {
    const own = normKey(word)
    return asked.some((one) => own.startsWith(one)) || stems.includes(stem(own))
  })
  const middle = found?.index ?? 0
  const from = middle <= AROUND ? 0 : text.indexOf(' ', middle - AROUND) + 1
  const to = Math.min(text.length, from + 2 * AROUND)
  return `${from > 0 ? '…' : ''}${text.slice(from, to).trim()}${to < text.length ? '…' : ''}`
}
