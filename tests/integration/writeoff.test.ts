import { join } from 'node:path'
import { newUid } from '@shared/contract/fields'
import type { WriteOff } from '@shared/contract/writeoff'
import BetterSqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { onDesk } from './support/desk'
import { fund } from './support/fund'

describe('an act of write-off', () => {
  it('holds nothing while drafted, takes its copies on its day, and gives them back', async () => {
    const test = await fund()
    const lot = await test.lot({ copies: 30 })
    const id = await test.act([[lot, 12]])
    expect(await test.held(lot)).toBe(30)
    const row = async () => (await test.call('writeOffs.list', {})).rows.find((one) => one.id === id)
    expect(await row()).toMatchObject({ state: 'drafted', copies: 12, titles: 1, sum: 12 * 500_00, number: '1' })

    await test.call('writeOffs.book', { id })
    expect(await test.held(lot)).toBe(18)
    expect(await row()).toMatchObject({ state: 'booked', bookedOn: '2026-11-20' })

    await test.call('writeOffs.reverse', { id, on: '2026-11-20' })
    expect(await test.held(lot)).toBe(30)
    expect(await row()).toMatchObject({ state: 'reversed' })

    for (const before of [18, 30, 30]) {
      await test.call('history.undo', {})
      expect(await test.held(lot)).toBe(before)
    }
    expect(await row()).toBeUndefined()
    for (const after of [30, 18, 30]) {
      await test.call('history.redo', {})
      expect(await test.held(lot)).toBe(after)
    }
  })

  it('is refused where a day would be below zero, with the line named, and nothing is booked', async () => {
    const test = await fund()
    const first = await test.lot({ copies: 30, title: 'Алгебра' })
    const second = await test.lot({ copies: 5, title: 'Физика', date: '2026-11-01' })
    const id = await test.act(
      [
        [first, 10],
        [second, 5],
      ],
      { date: '2026-10-15' },
    )
    const refused = await test.failure('writeOffs.book', { id })
    expect(refused).toMatchObject({ code: 'not-enough', path: 'writeOff.lines.1.copies' })
    expect(refused.message).toContain('Строка 2, «Физика. 7 класс»: на 15.10.2026 списать нечего')
    expect([await test.held(first), await test.held(second)]).toEqual([30, 5])
    expect(
      await test.failure('writeOffs.save', { id: null, revision: null, writeOff: await test.writeOff([[first, 31]]) }),
    ).toMatchObject({ code: 'not-enough', path: 'writeOff.lines.0.copies' })
  })

  it('is locked when booked, but for its note', async () => {
    const test = await fund()
    const id = await test.act([[await test.lot({ copies: 3 }), 1]])
    await test.call('writeOffs.book', { id })
    const { revision, writeOff } = await test.call('writeOffs.get', { id })
    const save = (over: Partial<WriteOff>) => ({ id, revision, writeOff: { ...writeOff, ...over } })
    for (const over of [{ order: '№ 5' }, { lines: [] }, { date: '2026-11-19' }, { reason: 'worn' as const }]) {
      expect(await test.failure('writeOffs.save', save(over))).toMatchObject({ code: 'locked' })
    }
    await test.call('writeOffs.save', save({ note: 'передано в бухгалтерию' }))
    expect((await test.call('writeOffs.get', { id })).writeOff.note).toBe('передано в бухгалтерию')
    expect(await test.failure('writeOffs.remove', { id })).toMatchObject({ code: 'locked' })
    expect(await test.failure('writeOffs.book', { id })).toMatchObject({ code: 'locked' })
    expect(await test.failure('writeOffs.reverse', { id, on: '2026-01-01' })).toMatchObject({ code: 'invalid-input' })
    await test.call('writeOffs.reverse', { id, on: '2026-11-20' })
    for (const call of ['writeOffs.remove', 'writeOffs.book'] as const) {
      expect(await test.failure(call, { id })).toMatchObject({ code: 'locked' })
    }
    expect(await test.failure('writeOffs.reverse', { id, on: '2026-11-20' })).toMatchObject({ code: 'locked' })
  })

  it('is of one school, one reason in words, and a number of its own across years', async () => {
    const test = await fund()
    const lot = await test.lot({ copies: 30 })
    const other = await test.lot({ copies: 30, school: 1 })
    const refuse = async (over: Partial<WriteOff>, lines: [number, number][] = [[lot, 1]]) =>
      test.failure('writeOffs.save', { id: null, revision: null, writeOff: await test.writeOff(lines, over) })
    expect(await refuse({}, [[other, 1]])).toMatchObject({ code: 'invalid-input', path: 'writeOff.lines.0.copies' })
    expect(await refuse({ reason: 'other' })).toMatchObject({ code: 'invalid-input', path: 'writeOff.reasonText' })

    await test.act([[lot, 1]], { number: '17', date: '2024-05-01' })
    expect(await refuse({ number: '17' })).toMatchObject({ code: 'duplicate', path: 'writeOff.number' })
    expect((await test.call('writeOffs.blank', { schoolId: test.schools[0], date: '2026-11-20' })).number).toBe('18')
    expect((await test.call('writeOffs.blank', { schoolId: test.schools[1], date: '2026-11-20' })).number).toBe('1')
    const unnumbered = await test.act([[lot, 1]], { number: '' })
    await test.call('writeOffs.book', { id: unnumbered })
    expect((await test.call('writeOffs.get', { id: unnumbered })).writeOff.number).toBe('18')
  })

  it("begins with what the school's last act had, else with the campaign's", async () => {
    const test = await fund()
    const lot = await test.lot({ copies: 30 })
    const chair = { uid: newUid(), role: 'chair' as const, position: 'завуч', name: 'Ромашкина О. О.' }
    const campaignId = await test.campaign({ commission: [chair], reason: 'expired', disposal: 'waste-paper' })
    const blank = () => test.call('writeOffs.blank', { schoolId: test.schools[0], date: '2026-11-20', campaignId })
    const first = await blank()
    expect(first).toMatchObject({
      campaignId,
      reason: 'expired',
      disposal: 'waste-paper',
      commission: [{ name: chair.name }],
    })
    expect(first.commission[0]?.uid).not.toBe(chair.uid)
    await test.act([[lot, 1]], {
      okpo: '12345678',
      order: '№ 7 от 01.09.2026',
      commission: [{ ...chair, uid: newUid(), name: 'Лютикова Л. Л.' }],
    })
    expect(await blank()).toMatchObject({
      okpo: '12345678',
      order: '№ 7 от 01.09.2026',
      commission: [{ name: 'Лютикова Л. Л.' }],
    })
  })
})

describe('what is watched', () => {
  it('tells of an act whose movements are not what it says, and of schools that are late with theirs', async () => {
    const test = await fund()
    const lot = await test.lot({ copies: 5 })
    const campaignId = await test.campaign({ from: '2026-10-01', to: '2026-11-19' })
    const id = await test.act([[lot, 3]], { campaignId })
    const late = async () => (await onDesk(test)).filter((item) => item.kind === 'write-off-overdue')
    expect(await late()).toMatchObject([{ record: 'write-off-campaign', title: 'СОШ № 1', date: '2026-11-19' }])
    await test.call('writeOffs.book', { id })
    expect(await late()).toEqual([])
    expect(await test.call('app.check', {})).toMatchObject({ ok: true })

    const raw = new BetterSqlite(join(test.dir, 'metodist.sqlite'))
    raw.exec(
      "PRAGMA recursive_triggers = OFF; DROP TRIGGER IF EXISTS journal_writeOff_update; UPDATE writeOff SET state = 'drafted'",
    )
    raw.close()
    const { problems } = await test.call('app.check', {})
    expect(problems.filter((one) => one.code === 'write-off').map((one) => one.text)).toEqual([
      'Акт о списании № 1, СОШ № 1: по акту должно быть списано 0, а по движениям списано 3.',
    ])
  })
})
