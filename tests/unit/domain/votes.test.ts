import { checkVote, type Vote, votesCast, voteTaken, voteText } from '@shared/domain/votes'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const vote = (parts: Partial<Vote>): Vote => ({ for: null, against: null, abstained: null, unanimous: false, ...parts })
const codes = (parts: Partial<Vote>, present: number | null): string[] =>
  checkVote(vote(parts), present).map(({ code }) => code)

describe('checkVote', () => {
  it('finds nothing in the vote of a whole district', () => {
    expect(codes({ for: 29, against: 0, abstained: 0 }, 29)).toEqual([])
  })
  it.each([
    [{ for: 30, against: 0, abstained: 0 }, 29, ['vote-exceeds-attendance']],
    [{ for: 20, against: 5, abstained: 5 }, 29, ['vote-exceeds-attendance']],
    [{ for: 20, against: 0, abstained: 0 }, 29, ['vote-less-than-attendance']],
    [{ for: 28, against: 1, abstained: 0, unanimous: true }, 29, ['vote-not-unanimous']],
    [{ for: 10, against: 19, abstained: 0 }, 29, ['vote-not-carried']],
    [{ for: -1 }, 29, ['vote-not-a-number']],
    [{ for: 1.5 }, null, ['vote-not-a-number']],
    [{}, 29, []],
    [{ unanimous: true }, 29, []],
    [{ for: 500 }, null, []],
  ] as const)('%j with %s present: %j', (parts, present, expected) => {
    expect(codes(parts, present)).toEqual(expected)
  })

  it('never doubts the number of votes when everybody voted once', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.nat(50), (a, b, c) => {
        const found = codes({ for: a + b + 1, against: b, abstained: c }, a + b + 1 + b + c)
        expect(found).toEqual([])
      }),
    )
  })

  it('says the numbers in Russian', () => {
    const [problem] = checkVote(vote({ for: 31, against: 0, abstained: 0 }), 29)
    expect(problem?.text.replace(/\u00A0/gu, ' ')).toBe(
      'Голосов больше, чем присутствующих: 31 голос при 29 присутствующих. Проверьте голоса и число присутствующих.',
    )
  })
})

describe('voteText', () => {
  it('is as in the papers', () => {
    expect(voteText(vote({ for: 29, against: 0, abstained: 0 }), 'counts')).toBe(
      '«за» — 29, «против» — нет, «воздержались» — нет',
    )
    expect(voteText(vote({ for: 29, against: 0, abstained: 0, unanimous: true }), 'short')).toBe('единогласно')
    expect(voteText(vote({ unanimous: true }), 'counts')).toBe('единогласно')
    expect(voteText(vote({ against: 0, abstained: 0, unanimous: true }), 'counts')).toBe('единогласно')
    expect(voteText(vote({ against: 1, abstained: 0, unanimous: true }), 'counts')).toBe(
      '«против» — 1, «воздержались» — нет',
    )
    expect(voteText(vote({ for: 5 }), 'short')).toBe('«за» — 5')
    expect(voteText(vote({}), 'counts')).toBe('')
  })
  it('counts what is given', () => {
    expect(votesCast(vote({ for: 3, abstained: 2 }))).toBe(5)
    expect([vote({}), vote({ against: 0 })].map(voteTaken)).toEqual([false, true])
  })
})
