import { blankTextbook } from '@shared/contract/blank'
import type { Need, Surplus } from '@shared/contract/exchange'
import { newUid } from '@shared/contract/fields'
import type { Transfer, TransferLine } from '@shared/contract/transfers'
import { beforeEach, describe, expect, it } from 'vitest'
import { school } from '../support/records'
import { type TestStore, testStore } from './support/store'

const today = '2026-11-20'

describe('the exchange fund', () => {
  let test: TestStore
  let schools: number[]
  let books: number[]
  const surplus = (over: Partial<Surplus> = {}): Surplus => ({
    schoolId: schools[0] ?? 0,
    textbookId: books[0] ?? 0,
    publicationYear: 2020,
    price: 500_00,
    source: 'federal',
    copies: 10,
    condition: 'good',
    since: '2026-09-01',
    until: null,
    state: 'open',
    note: '',
    ...over,
  })
  const need = (over: Partial<Need> = {}): Need => ({
    schoolId: schools[1] ?? 0,
    textbookId: books[0] ?? 0,
    copies: 8,
    substitutes: true,
    priority: 'usual',
    since: '2026-09-01',
    until: null,
    state: 'open',
    note: '',
    ...over,
  })
  const saveSurplus = async (over: Partial<Surplus> = {}): Promise<number> =>
    (await test.call('surpluses.save', { id: null, revision: null, surplus: surplus(over) })).id
  const saveNeed = async (over: Partial<Need> = {}): Promise<number> =>
    (await test.call('needs.save', { id: null, revision: null, need: need(over) })).id

  beforeEach(async () => {
    test = await testStore({ today })
    await test.call('app.initialise', { mode: 'own', municipality: 'Район' })
    schools = []
    for (const name of ['СОШ № 1', 'СОШ № 2', 'ООШ с. Дальнее']) {
      schools.push((await test.call('schools.save', { id: null, revision: null, school: school(name) })).id)
    }
    books = []
    for (const [title, code] of [
      ['Алгебра', '1.1.2.4.2.2.1.'],
      ['Алгебра для всех', '1.1.2.4.2.2.1.'],
      ['Букварь', ''],
    ] as const) {
      const textbook = {
        ...blankTextbook(),
        title,
        subject: 'Алгебра',
        gradeFrom: 7,
        gradeTo: 7,
        fplCode: code,
        price: 600_00,
      }
      books.push((await test.call('textbooks.save', { id: null, revision: null, textbook })).id)
    }
  })

  it('lists surpluses and needs with what is free, unmet and offered', async () => {
    await saveSurplus()
    await saveSurplus({ textbookId: books[1], copies: 5 })
    await saveSurplus({ textbookId: books[2], copies: 3, until: '2026-11-19' })
    await saveNeed()
    await saveNeed({ textbookId: books[2], copies: 2 })
    const free = await test.call('surpluses.list', {})
    expect(free.rows.map((row) => [row.textbook, row.copies, row.free, row.held])).toEqual([
      ['Алгебра для всех. 7 класс', 5, 5, 0],
      ['Алгебра. 7 класс', 10, 10, 0],
      ['Букварь. 7 класс', 3, 0, 0],
    ])
    expect(free.totals).toMatchObject({ copies: 18, free: 15, reserved: 0, transferred: 0, held: 0 })
    const unmet = await test.call('needs.list', {})
    expect(unmet.rows.map((row) => [row.textbook, row.unmet, row.offered])).toEqual([
      ['Алгебра. 7 класс', 8, 15],
      ['Букварь. 7 класс', 2, 0],
    ])
    expect(unmet.totals).toMatchObject({ copies: 10, unmet: 10 })
    await saveNeed({ schoolId: schools[2], substitutes: false })
    await saveNeed({ schoolId: schools[0] })
    await saveSurplus({ schoolId: schools[1], textbookId: books[1], copies: 2 })
    const told = (rows: { id: number; offered: number }[]): [number, number][] =>
      rows.map((row): [number, number] => [row.id, row.offered]).sort(([one], [other]) => one - other)
    const plain = told((await test.call('needs.list', {})).rows)
    expect(plain.map(([, offered]) => offered)).toEqual([15, 0, 10, 2])
    // Worked out another way where the list is sorted or filtered by it.
    expect(told((await test.call('needs.list', { sort: [{ column: 'offered', desc: true }] })).rows)).toEqual(plain)
    const some = await test.call('needs.list', { filters: [{ op: 'above', column: 'offered', value: 2 }] })
    expect([told(some.rows).map(([, offered]) => offered), some.total]).toEqual([[15, 10], 2])
  })
  const receipt = async (schoolId: number | undefined, copies: number, date = '2026-09-01'): Promise<number> =>
    (
      await test.call('movements.add', {
        movement: {
          schoolId: schoolId ?? 0,
          textbookId: books[0] ?? 0,
          publicationYear: 2020,
          price: 500_00,
          source: 'federal',
          date,
          kind: 'receipt',
          copies,
          document: 'Накладная',
          note: '',
        },
      })
    ).lotId
  const line = (over: Partial<TransferLine> & Pick<TransferLine, 'lotId'>): TransferLine => ({
    uid: newUid(),
    copies: 5,
    condition: 'good',
    accounted: true,
    surplusId: null,
    needId: null,
    reservationId: null,
    planLineId: null,
    forTextbookId: null,
    ...over,
  })
  const transfer = (lines: TransferLine[], over: Partial<Transfer> = {}): Transfer => ({
    fromSchoolId: schools[0] ?? 0,
    toSchoolId: schools[1] ?? 0,
    term: 'permanent',
    dueBack: null,
    actNumber: '',
    actDate: null,
    giver: { name: '', position: '', attorney: '' },
    receiver: { name: '', position: '', attorney: '' },
    viaSchoolId: null,
    meetingId: null,
    note: '',
    lines,
    ...over,
  })
  const saveTransfer = async (lines: TransferLine[], over: Partial<Transfer> = {}): Promise<number> =>
    (await test.call('transfers.save', { id: null, revision: null, transfer: transfer(lines, over) })).id
  const held = async (): Promise<Record<string, number>> => {
    const { rows } = await test.call('holdings.list', {})
    return Object.fromEntries(rows.map((row) => [row.school, row.copies]))
  }

  it('takes a transfer through its states, counts the copies all the way, and goes back', async () => {
    const lotId = await receipt(schools[0], 10)
    const surplusId = await saveSurplus()
    const needId = await saveNeed()
    const id = await saveTransfer([line({ lotId, surplusId, needId })], { term: 'temporary', dueBack: '2026-11-19' })
    const figures = async (): Promise<unknown[]> => {
      const [free] = (await test.call('surpluses.list', {})).rows
      const [unmet] = (await test.call('needs.list', {})).rows
      return [free?.free, unmet?.unmet, await held()]
    }
    expect(await figures()).toEqual([5, 3, { 'СОШ № 1': 10 }])
    await test.call('transfers.agree', { id, on: '2026-10-01' })
    const agreed = await test.call('transfers.get', { id })
    expect(agreed).toMatchObject({
      state: 'agreed',
      draftedOn: '2026-10-01',
      transfer: { actNumber: '1', actDate: '2026-10-01' },
    })
    expect(await test.failure('transfers.hand', { id, on: '2026-09-30' })).toMatchObject({ code: 'invalid-input' })
    expect(await test.failure('transfers.hand', { id, on: '2026-11-21' })).toMatchObject({ code: 'invalid-input' })
    await test.call('transfers.hand', { id, on: '2026-10-02' })
    expect(await figures()).toEqual([5, 3, { 'СОШ № 1': 5 }])
    const uid = agreed.transfer.lines[0]?.uid ?? ''
    await test.call('transfers.receive', { id, on: '2026-10-03', received: [{ uid, copies: 4 }] })
    expect(await figures()).toEqual([6, 4, { 'СОШ № 1': 6, 'СОШ № 2': 4 }])
    expect((await test.call('transfers.list', {})).rows).toMatchObject([
      { overdue: true, state: 'received', sum: 2500_00 },
    ])
    await test.call('transfers.return', { id, on: '2026-11-01', lines: [{ uid, copies: 1 }] })
    await test.call('transfers.return', { id, on: '2026-11-02' })
    expect(await figures()).toEqual([10, 8, { 'СОШ № 1': 10, 'СОШ № 2': 0 }])
    expect((await test.call('transfers.get', { id })).state).toBe('returned')
    await test.call('transfers.back', { id, on: today })
    expect(await test.call('transfers.get', { id })).toMatchObject({
      state: 'received',
      lines: [{ received: 4, returned: 1 }],
    })
    await test.call('transfers.issue', { id, on: today })
    await test.call('transfers.back', { id, on: today })
    await test.call('transfers.back', { id, on: today })
    expect(await figures()).toEqual([5, 3, { 'СОШ № 1': 5, 'СОШ № 2': 0 }])
    await test.call('transfers.back', { id, on: today })
    expect(await figures()).toEqual([5, 3, { 'СОШ № 1': 10, 'СОШ № 2': 0 }])
    expect(await test.failure('transfers.back', { id, on: today })).toMatchObject({ code: 'locked' })
    await test.call('transfers.cancel', { id })
    expect(await figures()).toEqual([10, 8, { 'СОШ № 1': 10, 'СОШ № 2': 0 }])
    expect(await test.failure('transfers.remove', { id })).toMatchObject({ code: 'in-use' })
    for (let step = 0; step < 11; step++) await test.call('history.undo', {})
    expect(await figures()).toEqual([5, 3, { 'СОШ № 1': 10 }])
    expect(await test.call('app.check', {})).toEqual({ ok: true, problems: [] })
  })

  it('refuses copies nobody has and takes the missing as found by inventory when asked', async () => {
    const lotId = await receipt(schools[0], 3)
    const surplusId = await saveSurplus()
    const id = await saveTransfer([line({ lotId, surplusId, copies: 8 })])
    expect(
      await test.failure('transfers.save', {
        id: null,
        revision: null,
        transfer: transfer([line({ lotId, surplusId, copies: 3 })]),
      }),
    ).toMatchObject({
      code: 'not-enough',
      message:
        '«Алгебра. 7 класс», СОШ № 1: свободно только 2\u00A0экземпляра, а нужно 3. Уменьшите число экземпляров, снимите бронь или возьмите из другого излишка.',
    })
    expect(
      await test.failure('transfers.save', {
        id: null,
        revision: null,
        transfer: transfer([line({ lotId, copies: 1 })]),
      }),
    ).toMatchObject({ code: 'not-enough' })
    await test.call('transfers.agree', { id, on: today })
    expect((await test.failure('transfers.hand', { id, on: today })).message).toBe(
      'На 20.11.2026 в остатках школы нет стольких книг: «Алгебра. 7 класс» — есть 3, нужно 8. Внесите поступление, уменьшите число в черновике или передайте с инвентаризацией недостающих.',
    )
    await test.call('transfers.hand', { id, on: today, correct: true })
    expect(await held()).toEqual({ 'СОШ № 1': 0 })
    await test.call('transfers.back', { id, on: today })
    expect(await held()).toEqual({ 'СОШ № 1': 3 })
  })
  it('reserves what is free for what is needed, lets it expire, and turns it into transfers', async () => {
    const surplusId = await saveSurplus({ textbookId: books[1] })
    const needId = await saveNeed()
    const make = { surplusId, needId, copies: 6, expiresOn: '2026-11-25' }
    const { id } = await test.call('reservations.make', make)
    expect(await test.failure('reservations.make', { ...make, copies: 5 })).toMatchObject({
      code: 'not-enough',
      message:
        '«Алгебра для всех. 7 класс», СОШ № 1: свободно только 4\u00A0экземпляра, а нужно 5. Уменьшите число экземпляров, снимите бронь или возьмите из другого излишка.',
    })
    expect(await test.failure('reservations.make', { ...make, copies: 3 })).toMatchObject({
      code: 'not-enough',
      message:
        '«Алгебра. 7 класс», СОШ № 2: не хватает только 2 экз., а даётся 3. Уменьшите число экземпляров или увеличьте потребность.',
    })
    expect(await test.failure('reservations.make', { ...make, expiresOn: '2026-11-19' })).toMatchObject({
      code: 'invalid-input',
    })
    const strict = await saveNeed({ schoolId: schools[2], substitutes: false })
    expect(await test.failure('reservations.make', { ...make, needId: strict, copies: 1 })).toMatchObject({
      code: 'invalid-input',
    })
    const other = await saveNeed({ schoolId: schools[2], textbookId: books[2] })
    expect(await test.failure('reservations.make', { ...make, needId: other, copies: 1 })).toMatchObject({
      code: 'invalid-input',
    })
    expect((await test.call('reservations.list', {})).rows).toMatchObject([
      { from: 'СОШ № 1', to: 'СОШ № 2', forTextbook: 'Алгебра. 7 класс', state: 'active', copies: 6 },
    ])
    const later = await testStore({ dir: test.dir, today: '2026-11-26' })
    expect((await later.call('reservations.list', {})).rows).toMatchObject([{ state: 'expired' }])
    expect((await later.call('surpluses.list', {})).rows).toMatchObject([{ free: 10, reserved: 0 }])
    expect(await later.failure('reservations.transfer', { ids: [id] })).toMatchObject({ code: 'locked' })
    await later.call('reservations.extend', { id, expiresOn: '2026-12-01' })
    await later.store.close()
    const { transferIds } = await test.call('reservations.transfer', { ids: [id] })
    expect(transferIds).toHaveLength(1)
    expect((await test.call('transfers.get', { id: transferIds[0] ?? 0 })).lines).toMatchObject([
      { copies: 6, reservationId: id, forTextbookId: books[0], forTitle: 'Алгебра. 7 класс' },
    ])
    expect((await test.call('reservations.list', {})).rows).toMatchObject([{ state: 'used' }])
    expect((await test.call('surpluses.list', {})).rows).toMatchObject([{ free: 4, reserved: 0, transferred: 6 }])
    await test.call('transfers.cancel', { id: transferIds[0] ?? 0 })
    expect((await test.call('reservations.list', {})).rows).toMatchObject([{ state: 'cancelled' }])
    expect((await test.call('surpluses.list', {})).rows).toMatchObject([{ free: 10, transferred: 0 }])
    expect(await test.failure('surpluses.remove', { id: surplusId })).toMatchObject({ code: 'in-use' })
    expect(await test.failure('textbooks.remove', { id: books[1] ?? 0 })).toMatchObject({ code: 'in-use' })
    expect(await test.failure('schools.remove', { id: schools[2] ?? 0 })).toMatchObject({ code: 'in-use' })
  })

  it('shows what fits what, and the fund as it was', async () => {
    const surplusId = await saveSurplus()
    await saveSurplus({ textbookId: books[1], copies: 4, schoolId: schools[2] })
    await saveSurplus({ textbookId: books[2], copies: 2 })
    const needId = await saveNeed()
    const { groups, total } = await test.call('exchange.matches', {})
    expect(total).toBe(1)
    expect(groups[0]).toMatchObject({
      title: 'Алгебра для всех. 7 класс',
      free: 14,
      unmet: 8,
      surpluses: [
        { school: 'СОШ № 1', free: 10 },
        { school: 'ООШ с. Дальнее', free: 4 },
      ],
      needs: [{ school: 'СОШ № 2', unmet: 8 }],
    })
    expect((await test.call('exchange.matches', { both: false })).groups.map((one) => one.title)).toEqual([
      'Алгебра для всех. 7 класс',
      'Букварь. 7 класс',
    ])
    expect((await test.call('exchange.matches', { both: false, search: 'букв' })).total).toBe(1)
    await receipt(schools[0], 10, '2026-08-01')
    const lotId = (await test.call('surpluses.list', {})).rows.find((row) => row.id === surplusId)?.lotId ?? 0
    const id = await saveTransfer([line({ lotId, surplusId, needId })], { term: 'temporary', dueBack: '2026-11-10' })
    await test.call('transfers.agree', { id, on: '2026-10-01' })
    await test.call('transfers.hand', { id, on: '2026-10-02' })
    await test.call('transfers.receive', { id, on: '2026-10-03' })
    await test.call('transfers.return', { id, on: '2026-11-15' })
    const summary = async (on: string | null): Promise<unknown[]> => {
      const { surpluses, needs, transferred, onLoan } = await test.call('exchange.summary', { on })
      return [surpluses.free, needs.unmet, transferred.copies, transferred.savedKopecks, onLoan.copies, onLoan.overdue]
    }
    expect(await summary('2026-08-31')).toEqual([0, 0, 0, 0, 0, 0])
    expect(await summary('2026-09-01')).toEqual([16, 8, 0, 0, 0, 0])
    expect(await summary('2026-10-01')).toEqual([11, 3, 0, 0, 0, 0])
    expect(await summary('2026-10-02')).toEqual([11, 3, 5, 3000_00, 5, 0])
    expect(await summary('2026-11-11')).toEqual([11, 3, 5, 3000_00, 5, 5])
    expect(await summary(null)).toEqual([16, 8, 5, 3000_00, 0, 0])
    expect(await test.call('transfers.flows', {})).toMatchObject([
      { from: 'СОШ № 1', to: 'СОШ № 2', copies: 5, titles: 1 },
    ])
  })

  it('prepares an exchange meeting and links its transfers', async () => {
    const [series] = await test.call('associations.series', {})
    const surplusId = await saveSurplus()
    const needId = await saveNeed()
    const { id: reservation } = await test.call('reservations.make', { surplusId, needId, copies: 6, expiresOn: today })
    const { transferIds } = await test.call('reservations.transfer', { ids: [reservation] })
    const { meetingId } = await test.call('exchange.prepareMeeting', {
      seriesId: series?.id ?? 0,
      date: '2026-12-05',
      place: 'СОШ № 1',
      transferIds,
    })
    const { meeting } = await test.call('meetings.get', { id: meetingId })
    expect(meeting.agenda.map((item) => item.title)).toEqual(['Обмен учебниками между школами'])
    expect(meeting.agenda[0]?.decisions).toMatchObject([
      {
        text: 'Привезти и передать школам учебники: СОШ № 2: «Алгебра» — 6 экз.',
        addressees: [{ text: 'СОШ № 1', schoolId: schools[0] }],
        dues: [{ to: '2026-12-05' }],
      },
      { text: 'Прибыть за учебниками с доверенностью на их получение.', addressees: [{ text: 'СОШ № 2' }] },
    ])
    expect((await test.call('transfers.list', {})).rows).toMatchObject([{ meeting: 'Заседание РМО, № 1' }])
    await test.call('history.undo', {})
    expect((await test.call('transfers.list', {})).rows).toMatchObject([{ meeting: '' }])
    expect((await test.call('meetings.list', {})).total).toBe(0)
  })
  it('is told in plain words by history, which puts back no books of a transfer on its way', async () => {
    const lotId = await receipt(schools[0], 10)
    const surplusId = await saveSurplus()
    const needId = await saveNeed()
    const uid = newUid()
    const id = await saveTransfer([line({ uid, lotId, surplusId, needId, copies: 3 })])
    const { revision } = await test.call('transfers.get', { id })
    await test.call('transfers.save', {
      id,
      revision,
      transfer: transfer([line({ uid, lotId, surplusId, needId, copies: 4, condition: 'worn' })]),
    })
    await test.call('transfers.agree', { id, on: today })
    const entries = await test.call('history.record', { record: 'transfer', id })
    const said = entries.flatMap((entry) =>
      entry.changes.flatMap((change) =>
        change.fields.map((field) => [change.name, field.title, field.before, field.after].join(' | ')),
      ),
    )
    expect(said).toEqual(
      expect.arrayContaining([
        ' | Состояние | черновик | согласована',
        'СОШ № 1, Алгебра. 7 класс | Экземпляров | 3 | 4',
        'СОШ № 1, Алгебра. 7 класс | Состояние книг | хорошее | ветхое',
        ' | Передаёт |  | СОШ № 1',
      ]),
    )
    expect(entries[0]?.title).toBe('Согласование передачи: СОШ № 1 → СОШ № 2')
    const changed = entries.find((entry) =>
      entry.changes.some((one) => one.fields.some((field) => field.after === '4')),
    )
    const step = { record: 'transfer', id, groupId: changed?.groupId ?? 0 }
    expect(await test.failure('history.restoreRecord', { ...step, moment: 'before' })).toMatchObject({
      code: 'locked',
    })
    expect((await test.call('transfers.get', { id })).copies).toBe(4)
  })
})
