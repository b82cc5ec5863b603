/** Compares what a paper was understood as with what its author says is in it, field by field. */

/** One expected value (or one that should not be there) and whether it was found. */
export interface ScoreEntry {
  /** Kind of field, for the sum: «decisions.due». */
  field: string
  /** Where in the paper: «decisions[3].due[0]». */
  path: string
  got: string
  expected: string
  right: boolean
}

export interface FieldScore {
  field: string
  right: number
  all: number
}

/** Authors write it where the paper itself is ambiguous: such a value is not scored. */
export const ANY = '*'

export interface ExpectedDue {
  text: string
  from: string | null
  to: string | null
  recurrence: string | null
}

/** White space, quotes, dashes, ё and final punctuation do not matter. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[«»“”„‟"'’‘`]/gu, '"')
    .replace(/[‐‑‒–—―−]/gu, '-')
    .replace(/ё/gu, 'е')
    .replace(/Ё/gu, 'Е')
    .replace(/\s*-\s*/gu, '-')
    .replace(/\s+/gu, ' ')
    .replace(/\s+(?=[,.;:)])/gu, '')
    .replace(/\(\s+/gu, '(')
    .trim()
    .replace(/[\s.,;:]+$/u, '')
}

export const sameText = (got: string | null, expected: string | null): boolean =>
  got === null || expected === null ? got === expected : plain(got) === plain(expected)

/** Surname stem and initials: «Щербакову Е.И.» is «Щербакова Е.И.», «Анна Петровна Зуева» is «Зуева А.П.». */
export function sameName(got: string | null, expected: string | null): boolean {
  if (got === null || expected === null) return got === expected
  const [a, b] = [nameKey(got), nameKey(expected)]
  return a.surname === b.surname && (a.initials.startsWith(b.initials) || b.initials.startsWith(a.initials))
}

const PATRONYMIC = /(?:вич|вн|ичн)(?:а|у|ем|е|ы|ой|ою)?$/u

function nameKey(text: string): { surname: string; initials: string } {
  const words = plain(text)
    .toLowerCase()
    .replace(/\./gu, '. ')
    .split(/[\s,]+/u)
    .filter((word) => word !== '')
  const whole = words.filter((word) => !/^\p{L}\.?$/u.test(word))
  // «Анна Петровна Зуева»: the surname is last where the patronymic is in the middle.
  const last = whole.length === 3 && PATRONYMIC.test(whole[1] ?? '') && !PATRONYMIC.test(whole[2] ?? '')
  const surname = (last ? whole[2] : whole[0]) ?? ''
  const rest = words.filter((word) => word !== surname)
  return { surname: stem(surname), initials: rest.map((word) => word.charAt(0)).join('') }
}

const stem = (word: string): string =>
  word.replace(/(?:ого|ому|ой|ою|ей|ая|ую|ый|ий|ом|ым|ем|а|у|е|ы|и|я|ю|ь|й|о)$/u, '')

/** Expected words are in the got ones or the other way round, and hardly anything is more. */
export function holds(got: string | null, expected: string | null): boolean {
  if (got === null || expected === null) return got === expected
  const [a, b] = [plain(got), plain(expected)]
  const [long, short] = a.length >= b.length ? [a, b] : [b, a]
  return long.includes(short) && short.length >= long.length * 0.8
}

/** Texts standing in the same place of two lists: an expected one goes with the most alike of those got, in order. */
export function aligned<G, E>(
  got: readonly G[],
  expected: readonly E[],
  textOfGot: (value: G) => string,
  textOfExpected: (value: E) => string,
): { pairs: { got: G | null; expected: E; index: number }[]; extra: G[] } {
  const free = new Set(got.keys())
  const pairs = expected.map((value, index) => {
    let best = -1
    let bestShare = 0.45
    for (const at of free) {
      const candidate = got[at]
      if (candidate === undefined) continue
      const share = alike(textOfGot(candidate), textOfExpected(value)) + (at === index ? 0.001 : 0)
      if (share > bestShare) {
        best = at
        bestShare = share
      }
    }
    free.delete(best)
    return { got: got[best] ?? null, expected: value, index }
  })
  return { pairs, extra: [...free].flatMap((at) => got[at] ?? []) }
}

/** Share of common words, 0–1. */
function alike(a: string, b: string): number {
  const [x, y] = [wordsOf(a), wordsOf(b)]
  if (x.length === 0 || y.length === 0) return x.length === y.length ? 1 : 0
  const counts = new Map<string, number>()
  for (const word of x) counts.set(word, (counts.get(word) ?? 0) + 1)
  let common = 0
  for (const word of y) {
    const left = counts.get(word) ?? 0
    if (left > 0) common += 1
    counts.set(word, left - 1)
  }
  return (2 * common) / (x.length + y.length)
}

const wordsOf = (text: string): string[] =>
  plain(text)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** Collects entries of one paper. */
export class Score {
  readonly entries: ScoreEntry[] = []

  add(field: string, path: string, got: unknown, expected: unknown, right: boolean): void {
    if (expected === ANY) return
    this.entries.push({ field, path, got: show(got), expected: show(expected), right })
  }

  text(field: string, path: string, got: string | null, expected: string | null): void {
    this.add(field, path, got, expected, sameText(got === '' ? null : got, expected))
  }

  name(field: string, path: string, got: string | null, expected: string | null): void {
    this.add(field, path, got, expected, sameName(got === '' ? null : got, expected))
  }

  /** Every expected one is an entry; so is every one that should not be there. */
  list(
    field: string,
    path: string,
    got: readonly string[],
    expected: readonly string[] | string,
    same: (got: string | null, expected: string | null) => boolean,
  ): void {
    if (typeof expected === 'string') return
    const free = [...got]
    for (const [index, value] of expected.entries()) {
      if (value === ANY) continue
      const at = free.findIndex((candidate) => same(candidate, value))
      this.add(field, `${path}[${index}]`, at < 0 ? (got[index] ?? null) : free[at], value, at >= 0)
      if (at >= 0) free.splice(at, 1)
    }
    const surplus = free.slice(0, Math.max(0, got.length - expected.length))
    for (const value of surplus) this.add(field, `${path}[+]`, value, null, false)
    if (got.length === 0 && expected.length === 0) this.add(field, path, '', '', true)
  }

  dues(field: string, path: string, got: readonly ExpectedDue[], expected: readonly ExpectedDue[] | string): void {
    if (typeof expected === 'string') return
    const { pairs, extra } = aligned(
      got,
      expected,
      (due) => due.text,
      (due) => due.text,
    )
    for (const { got: found, expected: due, index } of pairs) {
      this.text(`${field}.text`, `${path}[${index}]`, found?.text ?? null, due.text)
      const agrees = (a: string | null | undefined, b: string | null): boolean => b === ANY || (a ?? null) === b
      const right =
        found !== null &&
        agrees(found.from, due.from) &&
        agrees(found.to, due.to) &&
        agrees(found.recurrence, due.recurrence)
      this.add(`${field}.when`, `${path}[${index}]`, found === null ? null : when(found), when(due), right)
    }
    for (const due of extra) this.add(`${field}.text`, `${path}[+]`, due.text, null, false)
    if (got.length === 0 && expected.length === 0) this.add(`${field}.text`, path, '', '', true)
  }
}

const when = ({ from, to, recurrence }: ExpectedDue): string => `${from}…${to} ${recurrence ?? ''}`.trim()

const show = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? null))

/** Right and all by kind of field, most missed first. */
export function byField(entries: readonly ScoreEntry[]): FieldScore[] {
  const fields = new Map<string, FieldScore>()
  for (const { field, right } of entries) {
    const score = fields.get(field) ?? { field, right: 0, all: 0 }
    fields.set(field, { field, right: score.right + (right ? 1 : 0), all: score.all + 1 })
  }
  return [...fields.values()].sort((a, b) => b.all - b.right - (a.all - a.right) || a.field.localeCompare(b.field))
}

export function share(entries: readonly ScoreEntry[]): number {
  return entries.length === 0 ? 1 : entries.filter(({ right }) => right).length / entries.length
}

/** Letters and figures of the original that are in none of the kept texts, in order; empty when every word is kept. */
export function wordsLost(original: readonly string[], kept: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const word of kept.flatMap(wordsOf)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return original.flatMap(wordsOf).filter((word) => {
    const left = counts.get(word) ?? 0
    counts.set(word, left - 1)
    return left <= 0
  })
}
