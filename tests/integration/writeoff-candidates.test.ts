import type { WriteOffRule } from '@shared/contract/writeoff'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Fund, fund } from './support/fund'

const anything: WriteOffRule = { publishedBy: null, usableUntilBefore: null, dropped: false, search: '' }

/** What is put in, kept beside to be judged by. */
interface Book {
  lot: number
  school: number
  title: string
  year: number
  copies: number
  usableUntil: string | null
  dropped: boolean
}

async function filled(test: Fund): Promise<Book[]> {
  const books: Book[] = []
  const titles = [
    { title: 'Алгебра', usableUntil: '2024-08-31', dropped: true },
    { title: 'Физика', usableUntil: '2027-08-31', dropped: false },
    { title: 'Русский язык', usableUntil: null, dropped: true },
    { title: 'Основы алгебраических действий', usableUntil: '2026-11-20', dropped: false },
  ]
  for (const school of [0, 1, 2]) {
    for (const [index, { title, usableUntil, dropped }] of titles.entries()) {
      for (const year of [0, 2012, 2018, 2019]) {
        const copies = 1 + ((school * 7 + index * 3 + year) % 9)
        const fplState = dropped ? 'dropped' : 'listed'
        const fplCode = `1.1.2.4.${index + 1}.1.1.`
        const lot = await test.lot({ school, title, year, copies, textbook: { usableUntil, fplState, fplCode } })
        books.push({ lot, school, title, year, copies, usableUntil, dropped })
      }
    }
  }
  return books
}

describe('candidates', () => {
  it('are the lots an independent reading of the rule finds, with what of them is free', async () => {
    const test = await fund()
    const books = await filled(test)
    const promised = new Map<number, number>()
    for (const book of books.filter((one) => one.school === 0 && one.copies > 2).slice(0, 5)) {
      await test.act([[book.lot, book.copies - 1]], { number: '' })
      promised.set(book.lot, book.copies - 1)
    }
    const all = books.filter((one) => one.school === 1 && one.year === 2012)
    for (const book of all) {
      await test.act([[book.lot, book.copies]], { schoolId: test.schools[1], number: '' })
      promised.set(book.lot, book.copies)
    }
    const rule = fc.record({
      publishedBy: fc.constantFrom(null, 2011, 2012, 2018, 2020),
      usableUntilBefore: fc.constantFrom(null, '2024-08-31', '2024-09-01', '2026-11-20', '2026-11-21', '2030-01-01'),
      dropped: fc.boolean(),
      search: fc.constantFrom('', 'алгебра', 'АЛГЕБРЫ', 'физика учёба', 'русск', 'нет такого'),
    })
    const words: Record<string, RegExp> = {
      '': /./u,
      алгебра: /алгебра/iu,
      АЛГЕБРЫ: /^алгебра$/iu,
      'физика учёба': /физика/iu,
      русск: /русск/iu,
      'нет такого': /^$/u,
    }
    const schools: fc.Arbitrary<(0 | 1 | 2)[] | null> = fc.oneof(fc.constant(null), fc.subarray<0 | 1 | 2>([0, 1, 2]))
    let found = 0
    await fc.assert(
      fc.asyncProperty(rule, schools, async (asked, at) => {
        const expected = books.filter(
          (book) =>
            book.copies - (promised.get(book.lot) ?? 0) > 0 &&
            (asked.publishedBy === null || (book.year > 0 && book.year <= asked.publishedBy)) &&
            (asked.usableUntilBefore === null ||
              (book.usableUntil !== null && Date.parse(book.usableUntil) < Date.parse(asked.usableUntilBefore))) &&
            (!asked.dropped || book.dropped) &&
            words[asked.search]?.test(book.title) === true &&
            (at === null || at.some((one) => one === book.school)),
        )
        const schoolIds = at === null ? null : at.map((index) => test.schools[index])
        const { candidates, total } = await test.call('writeOffs.candidates', { rule: asked, schoolIds })
        const free = (book: Book): number => book.copies - (promised.get(book.lot) ?? 0)
        expect(candidates.map((one) => `${one.lotId}: ${one.copies}`).toSorted()).toEqual(
          expected.map((book) => `${book.lot}: ${free(book)}`).toSorted(),
        )
        const copies = expected.reduce((sum, book) => sum + free(book), 0)
        expect(total).toEqual({ lots: expected.length, copies, sum: copies * 500_00 })
        found += expected.length
      }),
      { numRuns: 120, seed: 4 },
    )
    expect(found).toBeGreaterThan(100)
  })

  it('say why in words, and the totals are of all beyond the limit', async () => {
    const test = await fund()
    await filled(test)
    const { candidates, total } = await test.call('writeOffs.candidates', {
      rule: { publishedBy: 2012, usableUntilBefore: '2026-11-20', dropped: true, search: 'алгебра' },
      limit: 1,
    })
    expect(candidates.map((one) => one.why)).toEqual([
      'издан в 2012 году; срок использования истёк 31.08.2024; исключён из федерального перечня; найден по словам «алгебра»',
    ])
    expect(total.lots).toBe(3)
  })

  it('become acts, one for each school, in one step; what is promised is not promised again', async () => {
    const test = await fund()
    const books = await filled(test)
    const rule = { ...anything, publishedBy: 2012 }
    const { candidates, total } = await test.call('writeOffs.candidates', { rule })
    const lots = candidates.map((one) => ({ lotId: one.lotId, copies: one.copies }))
    const draft = (over: object = {}) => ({
      campaignId: null,
      date: '2026-11-20',
      reason: 'outdated' as const,
      lots,
      ...over,
    })
    const { ids } = await test.call('writeOffs.draft', draft())
    const acts = await Promise.all(ids.map((id) => test.call('writeOffs.get', { id })))
    expect(acts.map((act) => act.writeOff.schoolId)).toEqual([test.schools[2], test.schools[0], test.schools[1]])
    expect(acts.reduce((sum, act) => sum + act.copies, 0)).toBe(total.copies)
    expect(acts.every((act) => act.state === 'drafted' && act.writeOff.number === '1')).toBe(true)
    expect((await test.call('writeOffs.candidates', { rule })).candidates).toEqual([])
    expect(await test.failure('writeOffs.draft', draft())).toMatchObject({ code: 'not-enough', path: 'lots.0.copies' })
    const { rows } = await test.call('holdings.list', { limit: 1000 })
    expect(rows.reduce((sum, row) => sum + row.promised, 0)).toBe(total.copies)

    await test.call('history.undo', {})
    expect((await test.call('writeOffs.list', {})).total).toBe(0)
    const some = books.find((book) => book.copies > 3) as Book
    const part = await test.call('writeOffs.draft', draft({ lots: [{ lotId: some.lot, copies: 2 }] }))
    const rest = await test.call('writeOffs.draft', draft({ lots: [{ lotId: some.lot, copies: 0 }] }))
    const copiesOf = async (id: number | undefined) => (await test.call('writeOffs.get', { id: id ?? 0 })).copies
    expect([await copiesOf(part.ids[0]), await copiesOf(rest.ids[0])]).toEqual([2, some.copies - 2])
  })
})

describe('a campaign', () => {
  it('tells of each school where it is', async () => {
    const test = await fund()
    const old = await test.lot({ school: 0, year: 2015, copies: 10 })
    await test.lot({ school: 1, year: 2025, copies: 10 })
    await test.lot({ school: 2, year: 2016, copies: 4 })
    const id = await test.campaign()
    const states = async () =>
      (await test.call('writeOffCampaigns.get', { id })).schools.map((one) => [
        one.state,
        one.candidates,
        one.drafted,
        one.booked,
      ])
    expect(await states()).toEqual([
      ['waiting', 10, 0, 0],
      ['none', 0, 0, 0],
      ['waiting', 4, 0, 0],
    ])
    const { ids } = await test.call('writeOffs.draft', {
      campaignId: id,
      date: '2026-11-20',
      reason: 'outdated',
      lots: [{ lotId: old, copies: 10 }],
    })
    expect((await states())[0]).toEqual(['drafted', 0, 10, 0])
    await test.call('writeOffs.book', { id: ids[0] ?? 0 })
    expect((await states())[0]).toEqual(['done', 0, 0, 10])
    const record = await test.call('writeOffCampaigns.get', { id })
    const schools = record.campaign.schools.map((one, index) => ({ ...one, dueOn: index === 2 ? '2026-11-19' : null }))
    await test.call('writeOffCampaigns.save', {
      id,
      revision: record.revision,
      campaign: { ...record.campaign, schools },
    })
    expect((await states())[2]).toEqual(['overdue', 4, 0, 0])
    expect((await test.call('writeOffCampaigns.list', {})).rows).toMatchObject([
      { schools: 3, acts: 1, copies: 10, sum: 10 * 500_00 },
    ])
    await test.call('writeOffs.reverse', { id: ids[0] ?? 0, on: '2026-11-20' })
    expect((await states())[0]).toEqual(['waiting', 10, 0, 0])
    expect(await test.failure('writeOffCampaigns.remove', { id })).toMatchObject({ code: 'in-use' })
  })

  it('is refused with the end before the beginning or a school twice', async () => {
    const test = await fund()
    const id = await test.campaign()
    const { campaign, revision } = await test.call('writeOffCampaigns.get', { id })
    const [first] = campaign.schools
    if (!first) throw new Error('the campaign has schools')
    const refuse = (over: object) =>
      test.failure('writeOffCampaigns.save', { id, revision, campaign: { ...campaign, ...over } })
    expect(await refuse({ to: '2026-10-01' })).toMatchObject({ code: 'invalid-input', path: 'campaign.to' })
    expect(await refuse({ schools: [first, { ...first, uid: 'another1' }] })).toMatchObject({ code: 'duplicate' })
    await test.call('writeOffCampaigns.remove', { id })
    expect((await test.call('writeOffCampaigns.list', {})).total).toBe(0)
  })
})
