import type { Original, Understood } from '@shared/contract/old-papers'

/** Whether every word of a plan is in a field, and every field says what stands in its place. */

type UnderstoodPlan = Extract<Understood, { kind: 'roadmap' }>

/** Words that name a field and are of none: heads said again, labels, numbers. */
const NAMES =
  /^(?:отв\p{L}*|ответственн\p{L}+|исполнител\p{L}|соисполнител\p{L}|срок\p{L}*|дата|докладчик\p{L}*|период|результат\p{L}*|документ|проводит|выход|за|исполнение|исполнения|проведение|проведения|выполнения)$/iu

/** Words of the original that no mark covers and that are not told of as unrecognised. */
export function uncovered(original: Original, { marks, unrecognised }: UnderstoodPlan): string[] {
  const covered = original.lines.map(({ text }) => new Uint8Array(text.length))
  for (const { line, from, to } of marks.flatMap(({ places }) => places)) covered[line]?.fill(1, from, to)
  const told = new Map<number, string>()
  for (const { line, text } of unrecognised) told.set(line, `${told.get(line) ?? ''} ${text}`)
  const heads = headWords(original)
  return original.lines.flatMap(({ text, cell }, line) => {
    const rest = [...text.matchAll(/[\p{L}\p{N}]+/gu)].filter(({ 0: word, index }) => {
      if (covered[line]?.subarray(index, index + word.length).every((taken) => taken === 1)) return false
      if (told.get(line)?.includes(word)) return false
      return !(NAMES.test(word) || /^(?:\d+|[IVX]+)$/u.test(word) || (cell !== null && heads.has(word.toLowerCase())))
    })
    return rest.map(({ 0: word }) => `${line}: ${word}`)
  })
}

/** Words of the first rows of tables, which may stand again on the next page. */
function headWords({ tables, lines }: Original): Set<string> {
  const words = new Set<string>()
  for (const { cells } of tables) {
    for (const { row, from, to } of cells) {
      if (row > 8) continue
      for (const { text } of lines.slice(from, to)) {
        for (const [word] of text.matchAll(/\p{L}+/gu)) words.add(word.toLowerCase())
      }
    }
  }
  return words
}

/** Marks whose places say words that their field does not have. */
export function untruthful(original: Original, { marks, roadmap }: UnderstoodPlan): string[] {
  const items = roadmap.sections.flatMap((section) => section.items)
  const texts = new Map<string, string>([
    ['title', roadmap.title],
    ['approval', roadmap.approval.text],
    ['preamble', roadmap.preamble],
    ['closing', roadmap.closing],
    ...roadmap.columns.map(({ uid, title }) => [`columns/${uid}`, title] as const),
    ...roadmap.sections.map(({ uid, number, title }) => [`sections/${uid}/title`, `${number} ${title}`] as const),
    ...items.flatMap((item) => [
      [`items/${item.uid}/title`, item.title] as const,
      [`items/${item.uid}/dues`, item.dues.map(({ text }) => text).join(' ')] as const,
      [`items/${item.uid}/executors`, item.executors.map(({ text }) => text).join(' ')] as const,
      [`items/${item.uid}/document`, item.document] as const,
      [`items/${item.uid}/results`, item.results] as const,
      ...item.cells.map(({ columnUid, text }) => [`items/${item.uid}/cells/${columnUid}`, text] as const),
      ...item.parts.flatMap((part) => [
        [`parts/${part.uid}/title`, part.title] as const,
        [`parts/${part.uid}/dues`, part.dues.map(({ text }) => text).join(' ')] as const,
      ]),
    ]),
  ])
  return marks.flatMap(({ path, places }) => {
    const field = texts.get(path)
    const said = places.map(({ line, from, to }) => original.lines[line]?.text.slice(from, to) ?? '').join(' ')
    const whole = (field ?? '').replace(/\s+/gu, '').toLowerCase()
    // Numbers are kept beside the title; of a срок the words between may be left out.
    const lost = [...said.matchAll(/\p{L}{2,}/gu)].filter(([word]) => !whole.includes(word.toLowerCase()))
    return lost.length > 0 && path !== 'period' ? [`${path}: ${lost.map(([word]) => word).join(' ')}`] : []
  })
}
