/** Grades an edition is for, both included: «5», «10–11». */
export interface Grades {
  gradeFrom: number
  gradeTo: number
}

/** A range has a dash without spaces, as in print. */
export function formatGrades({ gradeFrom, gradeTo }: Grades): string {
  return gradeFrom === gradeTo ? String(gradeFrom) : `${gradeFrom}–${gradeTo}`
}

/**
 * Reads «5», «10–11», «1-4», «7 кл.», «10,11», «5 и 6 классы», «с 5 по 9 класс». Null: no grades of 1 to 12, or grades with
 * a gap between them, which one edition does not have.
 */
export function parseGrades(text: string): Grades | null {
  const plain = text
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/\(дополнительн[а-я]+\)/gu, '')
    .replace(/(?:класс(?:ы|а|ов|ах)?|кл\.?)/gu, '')
    .replace(/^ ?с (\d+) (?:по|до) (\d+)/u, '$1-$2')
    .trim()
  // «10-11» that Excel has taken for the tenth of November.
  const day = /^(\d{2})\.(\d{2})\.\d{4}$/u.exec(plain)
  if (day) return checked(Number(day[1]), Number(day[2]))
  const range = /^(\d{1,2}) ?[-‐‑‒–—―−] ?(\d{1,2})$/u.exec(plain)
  if (range) return checked(Number(range[1]), Number(range[2]))
  if (!/^\d{1,2}(?:(?: ?[,;/+&] ?| и | )\d{1,2})*$/u.test(plain)) return null
  const named = [...plain.matchAll(/\d+/gu)].map(Number).sort((one, other) => one - other)
  const [first = 0] = named
  const last = named.at(-1) ?? 0
  return new Set(named).size === last - first + 1 ? checked(first, last) : null
}

function checked(gradeFrom: number, gradeTo: number): Grades | null {
  return gradeFrom >= 1 && gradeTo <= 12 && gradeFrom <= gradeTo ? { gradeFrom, gradeTo } : null
}
