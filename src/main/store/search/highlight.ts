import { words } from '@shared/domain/text/stems'
import { answers, type Found } from './conditions'
import { stemOf } from './tokens'

/** Parts of a name that answer what was asked: whole words in another form, the typed letters of an unfinished one. */
export function marksOf(name: string, found: readonly Found[]): [number, number][] {
  const marks: [number, number][] = []
  const sought = found.flatMap((one) => one.ways.flat().map((part) => ({ part, one })))
  for (const match of name.matchAll(/[\p{L}\p{N}]+/gu)) {
    const [word] = words(match[0])
    if (word === undefined) continue
    const stemmed = stemOf(word)
    const hits = sought.filter(({ part }) => answers(part, stemmed))
    if (hits.length === 0) continue
    const isBegun = hits.every(({ part }) => part.begins === true && part.token !== stemmed)
    const length = isBegun ? Math.max(...hits.map(({ part }) => part.token.length)) : match[0].length
    marks.push([match.index, match.index + Math.min(length, match[0].length)])
  }
  return marks
}
