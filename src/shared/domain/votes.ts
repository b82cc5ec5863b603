import { counted } from './text/plural'

/** A vote on an agenda item. Counts are people; all null and not unanimous: no vote was taken. */
export interface Vote {
  for: number | null
  against: number | null
  abstained: number | null
  unanimous: boolean
}

export type VoteProblemCode =
  | 'vote-not-a-number'
  | 'vote-exceeds-attendance'
  | 'vote-less-than-attendance'
  | 'vote-not-unanimous'
  | 'vote-not-carried'

export interface VoteProblem {
  code: VoteProblemCode
  /** Russian sentence: what is wrong and what to do. */
  text: string
}

const PEOPLE = ['человек', 'человека', 'человек'] as const
const VOTES = ['голос', 'голоса', 'голосов'] as const

/** Whether a vote was taken at all. */
export function voteTaken(vote: Vote): boolean {
  return vote.unanimous || vote.for !== null || vote.against !== null || vote.abstained !== null
}

/** All votes given; parts not filled in count as none. */
export function votesCast(vote: Vote): number {
  return (vote.for ?? 0) + (vote.against ?? 0) + (vote.abstained ?? 0)
}

/**
 * What does not agree in a vote. `present` is the head-count, null when it is not known. More votes than people is an
 * error of the paper; fewer is only worth a look (some may not vote).
 */
export function checkVote(vote: Vote, present: number | null): VoteProblem[] {
  const parts = [vote.for, vote.against, vote.abstained]
  if (parts.some((part) => part !== null && (!Number.isInteger(part) || part < 0))) {
    return [{ code: 'vote-not-a-number', text: 'Голоса: нужны целые числа не меньше нуля. Исправьте число голосов.' }]
  }
  const problems: VoteProblem[] = []
  const cast = votesCast(vote)
  if (present !== null && cast > present) {
    problems.push({
      code: 'vote-exceeds-attendance',
      text: `Голосов больше, чем присутствующих: ${counted(cast, VOTES)} при ${present} присутствующих. Проверьте голоса и число присутствующих.`,
    })
  }
  if (present !== null && vote.for !== null && cast < present && cast > 0) {
    problems.push({
      code: 'vote-less-than-attendance',
      text: `Голосов меньше, чем присутствующих: ${counted(cast, VOTES)}, присутствовало ${counted(present, PEOPLE)}. Проверьте, все ли голоса записаны.`,
    })
  }
  if (vote.unanimous && ((vote.against ?? 0) > 0 || (vote.abstained ?? 0) > 0)) {
    problems.push({
      code: 'vote-not-unanimous',
      text: 'Отмечено «единогласно», но есть голоса «против» или «воздержались». Снимите отметку или исправьте голоса.',
    })
  }
  if (vote.for !== null && vote.against !== null && vote.for <= vote.against && cast > 0) {
    problems.push({
      code: 'vote-not-carried',
      text: `Решение не набрало большинства: «за» — ${vote.for}, «против» — ${vote.against}. Проверьте голоса или формулировку решения.`,
    })
  }
  return problems
}

/**
 * The vote as it stands in a protocol. `counts`: «за» — 29, «против» — нет, «воздержались» — нет (zero is «нет», parts
 * not filled in are left out); «единогласно» where nobody counted those who were for. `short`: «единогласно» where it
 * was, else the counts. '' when no vote was taken.
 */
export function voteText(vote: Vote, style: 'counts' | 'short'): string {
  if (vote.unanimous && (style === 'short' || votesCast(vote) === 0)) return 'единогласно'
  const parts = (
    [
      ['за', vote.for],
      ['против', vote.against],
      ['воздержались', vote.abstained],
    ] as const
  ).flatMap(([word, n]) => (n === null ? [] : [`«${word}» — ${n === 0 ? 'нет' : n}`]))
  return parts.join(', ')
}
