import type { PaperMark, Place, Understood } from '@shared/contract/old-papers'

/** Marks of a paper: which field stands where in the original, and whether it is sure. */

export function markOf(understood: Understood, path: string): PaperMark | undefined {
  return understood.marks.find((mark) => mark.path === path)
}

/** The field is right: seen and agreed to, or corrected by hand. The same object when it was sure already. */
export function confirm<U extends Understood>(understood: U, path: string): U {
  const mark = markOf(understood, path)
  if (!mark || mark.sure) return understood
  return withMark(understood, { ...mark, sure: true, note: '' })
}

/** Puts a mark, in the place of one of the same path. */
export function withMark<U extends Understood>(understood: U, mark: PaperMark): U {
  const at = understood.marks.findIndex(({ path }) => path === mark.path)
  const marks = at < 0 ? [...understood.marks, mark] : understood.marks.with(at, mark)
  return { ...understood, marks }
}

/** Marks of a row that is gone, and of all inside it. */
export function withoutMarks<U extends Understood>(understood: U, path: string): U {
  const marks = understood.marks.filter((mark) => mark.path !== path && !mark.path.startsWith(`${path}/`))
  return marks.length === understood.marks.length ? understood : { ...understood, marks }
}

/** Marks of a numbered list, `<prefix>/<index>`, after its row at `removed` was taken out. */
export function withoutIndex<U extends Understood>(understood: U, prefix: string, removed: number): U {
  const marks = understood.marks.flatMap((mark) => {
    if (!mark.path.startsWith(`${prefix}/`)) return [mark]
    const index = Number(mark.path.slice(prefix.length + 1))
    if (index === removed) return []
    return [index > removed ? { ...mark, path: `${prefix}/${index - 1}` } : mark]
  })
  return { ...understood, marks }
}

/** A field made by hand from the original: sure, and linked to where it was taken. */
export function handMark(path: string, places: readonly Place[]): PaperMark {
  return { path, places: [...places], sure: true, note: '', choices: [] }
}

/** Adds places to a field that grew. */
export function withPlaces<U extends Understood>(understood: U, path: string, places: readonly Place[]): U {
  const mark = markOf(understood, path)
  return withMark(
    understood,
    mark ? { ...mark, places: [...mark.places, ...places], sure: true, note: '' } : handMark(path, places),
  )
}

/** Order of places in the paper; a field with none comes first, as what the paper does not have. */
export function comparePlaces(a: readonly Place[], b: readonly Place[]): number {
  const [first] = a
  const [second] = b
  if (!first || !second) return (first ? 1 : 0) - (second ? 1 : 0)
  return first.line - second.line || first.from - second.from
}

/** Path under which a line that belongs to no field is looked at. */
export const unrecognisedPath = (index: number): string => `unrecognised/${index}`

/** What wants a look, in the order of the paper: unsure fields, then lines that belong to no field. */
export function toCheck(understood: Understood): string[] {
  const unsure = understood.marks.filter((mark) => !mark.sure).sort((a, b) => comparePlaces(a.places, b.places))
  return [...unsure.map((mark) => mark.path), ...understood.unrecognised.map((_, index) => unrecognisedPath(index))]
}
