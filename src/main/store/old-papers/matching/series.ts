import { stem, words as wordsOf } from '@shared/domain/text/stems'
import type { Bank, BankSeries } from './bank'
import { findPerson } from './people'

/** Letters papers shorten these words to. */
const written: Readonly<Record<string, string>> = {
  рмо: 'районное методическое объединение',
  гмо: 'городское методическое объединение',
  омо: 'окружное методическое объединение',
  шмо: 'школьное методическое объединение',
  мо: 'методическое объединение',
  ибц: 'информационно библиотечный центр',
  шибц: 'школьный информационно библиотечный центр',
  мибц: 'муниципальный информационно библиотечный центр',
}

const telling = (text: string): Set<string> =>
  new Set(
    wordsOf(text)
      .flatMap((word) => (written[word] ?? word).split(' '))
      .filter((word) => word.length > 2)
      .map(stem),
  )

/** From here on the words say the same. */
const sureFrom = 0.7
const likeFrom = 0.4

/**
 * The series a protocol is of, by the words under «ПРОТОКОЛ» and by its chair; `sure` false when it is only the likeliest, null
 * when it is like none: then a new one is made of it.
 */
export function findSeries(bank: Bank, heading: string, chair: string): { series: BankSeries; sure: boolean } | null {
  const asked = telling(heading)
  const head = chair === '' ? null : findPerson(bank, chair).sure
  const ranked = bank.series
    .map((series) => {
      const own = telling(series.text)
      const shared = [...asked].filter((word) => own.has(word)).length
      const likeness = asked.size + own.size === 0 ? 0 : (2 * shared) / (asked.size + own.size)
      return { series, score: likeness + (head !== null && series.headId === head.id ? 0.15 : 0) }
    })
    .sort((a, b) => b.score - a.score)
  const [first, second] = ranked
  if (!first || first.score < likeFrom) return null
  return { series: first.series, sure: first.score >= sureFrom && (second?.score ?? 0) < first.score }
}
