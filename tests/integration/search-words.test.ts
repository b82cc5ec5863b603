import { join } from 'node:path'
import { mostSlips, slipsBetween } from '@shared/domain/text/slips'
import { type Words, wordsOf } from '@store/search/vocabulary'
import BetterSqlite from 'better-sqlite3'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { testStore } from './support/store'

/** Words near to a mistyped one, against all words compared one by one. */

interface Word {
  word: string
  docs: number
}

const letter = fc.constantFrom(...'абвгдежзийклмнопрстуфхцчшщъыьэюя')
const slip = fc.record({ how: fc.nat(3), at: fc.nat(30), letter })
type Slip = typeof slip extends fc.Arbitrary<infer T> ? T : never

function mistyped(word: string, { how, at: place, letter: one }: Slip): string {
  const at = place % word.length
  if (how === 0) return word.slice(0, at) + word.slice(at + 1)
  if (how === 1) return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
  return word.slice(0, at) + one + word.slice(how === 2 ? at : at + 1)
}

function nearestByHand(all: readonly Word[], typed: string): { slips: number; words: Word[] } | null {
  const far = all.map((one) => ({ ...one, slips: slipsBetween(typed, one.word) })).filter(({ slips }) => slips > 0)
  const slips = Math.min(...far.map((one) => one.slips))
  return slips > mostSlips(typed) ? null : { slips, words: far.filter((one) => one.slips === slips) }
}

it('are those no other is nearer than, the frequent first', async () => {
  const test = await testStore({ today: '2026-11-21' })
  await test.call('app.initialise', { mode: 'demo' })
  const raw = new BetterSqlite(join(test.dir, 'metodist.sqlite'), { readonly: true })
  const all = raw
    .prepare<[], Word>('SELECT word, docs FROM searchWord')
    .all()
    .filter(({ word }) => word.length > 2 && !/\d/.test(word))
  expect(all.length).toBeGreaterThan(1000)
  let found = 0
  fc.assert(
    fc.property(fc.nat(all.length - 1), fc.array(slip, { minLength: 1, maxLength: 3 }), (nth, slips) => {
      const typed = slips.reduce((word, one) => (word.length < 3 ? word : mistyped(word, one)), all[nth]?.word ?? '')
      if (typed.length < 3) return
      const words: Words = wordsOf(raw)
      const near = words.nearestTo(typed, typed, false)
      const byHand = nearestByHand(all, typed)
      expect(near === null, typed).toBe(byHand === null)
      if (near === null || byHand === null) return
      found += 1
      expect(near.slips).toBe(byHand.slips)
      expect(near.words).toHaveLength(Math.min(12, byHand.words.length))
      const docs = new Map(byHand.words.map((one) => [one.word, one.docs]))
      const frequencies = byHand.words.map((one) => one.docs).sort((one, other) => other - one)
      expect(near.words.map((word) => docs.get(word))).toEqual(frequencies.slice(0, 12))
      // Of an unfinished word none is farther than when it is finished.
      expect(words.nearestTo(typed, typed, true)?.slips).toBeLessThanOrEqual(near.slips)
    }),
    { numRuns: 300 },
  )
  expect(found).toBeGreaterThan(100)
  raw.close()
})
