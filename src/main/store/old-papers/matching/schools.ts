import { normKey } from '@shared/domain/text/norm'
import type { Bank, BankSchool } from './bank'
import { schoolWords } from './school-words'

export interface FoundSchools {
  /** The one it surely is. */
  sure: BankSchool | null
  /** Those it may be, best first; empty when it is like none. */
  choices: readonly BankSchool[]
}

const none: FoundSchools = { sure: null, choices: [] }
const shown = 5

/**
 * The school a paper names: «МБОУ СОШ № 15», «СОШ №15 г. Хабаровска», «школа с. Дубки». Sure when one alone has its number
 * and kind, or all its words.
 */
export function findSchool({ schools }: Bank, text: string): FoundSchools {
  const key = normKey(text)
  if (key === '') return none
  const same = schools.filter(({ keys }) => keys.includes(key))
  if (same[0] && same.length === 1) return { sure: same[0], choices: same }
  const asked = schoolWords(text)
  if (asked.numbers.size === 0 && asked.others.size === 0) return none
  const ranked = schools
    .map((school) => ({ school, score: likeness(asked, school) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
  const [first, second] = ranked
  if (!first) return none
  const sure = first.score >= 2 && (second === undefined || second.score < first.score)
  return { sure: sure ? first.school : null, choices: ranked.slice(0, shown).map(({ school }) => school) }
}

/** 0: another school. Each of number, kind and words that agree adds. */
function likeness(asked: ReturnType<typeof schoolWords>, { words }: BankSchool): number {
  if (asked.numbers.size > 0 && words.numbers.size > 0 && ![...asked.numbers].some((one) => words.numbers.has(one))) {
    return 0
  }
  if (asked.numbers.size > 0 !== words.numbers.size > 0 && asked.others.size === 0) return 0
  if (asked.kinds.size > 0 && words.kinds.size > 0 && ![...asked.kinds].some((one) => words.kinds.has(one))) return 0
  const shared = [...asked.others].filter((one) => words.others.has(one)).length
  const byNumber = asked.numbers.size > 0 && words.numbers.size > 0 ? 2 : 0
  if (byNumber === 0 && shared === 0) return 0
  const byWords = asked.others.size === 0 ? 0 : shared / asked.others.size
  return byNumber + 2 * byWords + (asked.kinds.size > 0 && words.kinds.size > 0 ? 0.5 : 0)
}
