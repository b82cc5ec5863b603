import { type Asked, understood } from '@store/search/ask'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

/** Each piece as its words, a beginning with «*», ways of one piece with «|» between. */
function told({ pieces, initials }: Asked): string[] {
  const shown = pieces.map((piece) =>
    piece.type === 'word'
      ? `${piece.word}${piece.isUnfinished ? '…' : ''}`
      : piece.ways.map((way) => way.map(({ token, begins }) => `${token}${begins ? '*' : ''}`).join('+')).join('|'),
  )
  return [...shown, ...(initials.length > 0 ? [`(${initials.join('')})`] : [])]
}

describe('a typed text asks for', () => {
  const cases: readonly [string, string[]][] = [
    ['Скворцова З.И.', ['скворцова', '(зи)']],
    ['сош 15', ['сош', '15|15*']],
    ['СОШ № 3 ', ['сош', '3']],
    ['протокол 2 от 08.09.2025', ['протокол', '2', 'd20250908']],
    ['протокол от 8.9.25 ', ['протокол', 'd20250908']],
    ['заседание 8 сентября 2025 года', ['заседание', 'd20250908|8+сентябр+2025']],
    ['10 октября', ['dm1010|10+октябр']],
    ['решения сентябрь', ['решения', 'm09|сентябр']],
    ['план на май 2026', ['план', 'ym202605|ма+2026']],
    ['семинар 2025–2026 уч. год', ['семинар', 'sy20252026|2025+2026']],
    ['отчёт 2025/26', ['отчет', 'sy20252026|2025+2026']],
    ['решение 1.2', ['решение', '1.2|dm0201']],
    ['1.1.2.4.', ['1.1.2.4|1.1.2.4.*']],
    ['алгебра 8 класс', ['алгебра', '8']],
    ['алгебра 8кл', ['алгебра', '8|8кл']],
    ['6123009876', ['6123009876|6123009876*']],
    ['8 (863) 47-2', ['8863472|8863472*|863472*|8+863+47+2']],
    ['в ', ['в…']],
    ['', []],
  ]
  for (const [text, pieces] of cases) {
    it(`«${text}»`, () => expect(told(understood(text))).toEqual(pieces))
  }

  it('something or nothing, whatever it is', () => {
    const char = fc.constantFrom(...'абёй zq19 .,-/()+№«»"*^#:\u0301\u00ad\ud83d')
    const text = fc.array(char, { maxLength: 60 }).map((all) => all.join(''))
    fc.assert(fc.property(text, (typed) => void understood(typed)))
  }, 30_000)
})
