import { counted } from '@shared/domain/text/plural'
import {
  comparison,
  type Gender,
  listed,
  listedRuns,
  participle,
  people,
  peopleGen,
  runs,
  schoolsAcc,
  schoolsGen,
  schoolsIn,
  stands,
  twoForms,
} from '@shared/papers/report/words'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

/** Told apart as school grammars do, written apart from the code: 1, 21, 101 but not 11; 2–4, 22–24 but not 12–14; the rest. */
function ending(n: number): 'one' | 'few' | 'many' {
  const last = String(n).slice(-1)
  const teens = /1\d$/u.test(String(n))
  if (last === '1' && !teens) return 'one'
  return ['2', '3', '4'].includes(last) && !teens ? 'few' : 'many'
}

const numbers = fc.integer({ min: 0, max: 2000 })

describe('words that agree with a number', () => {
  test('a participle takes the noun’s gender with one, the plural with a few, the neuter with many and with none', () => {
    const forms: Record<Gender, string> = { m: 'принят', f: 'принята', n: 'принято' }
    fc.assert(
      fc.property(numbers, fc.constantFrom<Gender>('m', 'f', 'n'), (n, gender) => {
        const expected = { one: forms[gender], few: 'приняты', many: 'принято' }[ending(n)]
        expect(participle(n, 'принят', gender)).toBe(expected)
      }),
    )
    expect(participle(1, 'проведён', 'n')).toBe('проведено')
    expect(participle(1, 'проведён', 'm')).toBe('проведён')
    expect(participle(22, 'проведён', 'n')).toBe('проведены')
    expect(participle(11, 'проведён', 'f')).toBe('проведено')
    expect(participle(1.5, 'закрыт', 'f')).toBe('закрыто')
  })

  test('an oblique case is singular with 1, 21, 101 only', () => {
    fc.assert(
      fc.property(numbers, (n) => {
        const one = ending(n) === 'one'
        expect(counted(n, schoolsGen).endsWith(one ? 'школы' : 'школ')).toBe(true)
        expect(counted(n, schoolsIn).endsWith(one ? 'школе' : 'школах')).toBe(true)
        expect(counted(n, peopleGen).endsWith(one ? 'человека' : 'человек')).toBe(true)
        expect(counted(n, twoForms('имеет', 'имеют')).endsWith(one ? 'имеет' : 'имеют')).toBe(true)
        expect(counted(n, schoolsAcc).endsWith({ one: 'школу', few: 'школы', many: 'школ' }[ending(n)])).toBe(true)
        expect(counted(n, people).endsWith({ one: 'человек', few: 'человека', many: 'человек' }[ending(n)])).toBe(true)
      }),
    )
  })
})

describe('sentences', () => {
  test('a comparison says how much and against what; equal numbers say no amount', () => {
    const said = (now: number, before: number): string =>
      comparison(stands(now, before), { text: counted(Math.abs(now - before), schoolsAcc) }, 'в прошлом году')
        .map((run) => run.text)
        .join('')
        .replaceAll('\u00A0', ' ')
    expect(said(5, 4)).toBe('на 1 школу больше, чем в прошлом году')
    expect(said(2, 4)).toBe('на 2 школы меньше, чем в прошлом году')
    expect(said(4, 4)).toBe('столько же, сколько в прошлом году')
  })

  test('things are parted by commas, the last by «и», as words and as stretches alike', () => {
    expect(listed(['а'])).toBe('а')
    expect(listed(['а', 'б'])).toBe('а и б')
    expect(listed(['а', 'б', 'в'])).toBe('а, б и в')
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 })), (items) => {
        const stretches = listedRuns(items.map((text) => [{ text }]))
        expect(stretches.map((run) => run.text).join('')).toBe(listed(items))
      }),
    )
  })

  test('pieces of a sentence that are not there leave nothing behind', () => {
    expect(runs('а', null, '', { text: 'б', figure: 'x' }, [{ text: '' }, { text: 'в' }])).toEqual([
      { text: 'а' },
      { text: 'б', figure: 'x' },
      { text: 'в' },
    ])
  })
})
