import { newUid } from '@shared/contract/fields'
import type { RoadmapMark } from '@shared/contract/roadmaps'
import { roadmapNumbers } from '@shared/domain/roadmap-numbers'
import { describe, expect, it } from 'vitest'
import { item, roadmap, section } from './support/roadmap'
import { testStore } from './support/store'

const today = '2026-11-21'

const two = () =>
  roadmap([
    section(
      'Организационные мероприятия',
      [
        item({ title: 'Совещание руководителей', due: 'март', executors: ['Управление образования', 'РМО'] }),
        item({
          title: 'Расширение сети',
          parts: [
            ['Заявки', 'февраль-ноябрь'],
            ['Экспертиза', 'октябрь-декабрь'],
          ],
        }),
      ],
      'I',
    ),
    section(
      'Методические мероприятия',
      [item({ title: 'Вебинары', due: 'ежеквартально', number: '7а' }), item()],
      'II',
    ),
  ])

const markOf = (itemUid: string, rest: Partial<RoadmapMark>): RoadmapMark => ({
  uid: newUid(),
  itemUid,
  state: 'done',
  on: '2026-03-12',
  movedTo: null,
  evidence: '',
  note: '',
  ...rest,
})

describe('a road map', () => {
  it('is saved whole and read back the same; a save of nothing new changes nothing', async () => {
    const test = await testStore({ today })
    const paper = two()
    const { id, revision } = await test.call('roadmaps.save', { id: null, revision: null, roadmap: paper })
    const record = await test.call('roadmaps.get', { id })
    expect(record.roadmap).toEqual(paper)
    expect(await test.call('roadmaps.save', { id, revision, roadmap: paper })).toEqual({ id, revision })
    expect(await test.failure('roadmaps.save', { id, revision: revision + 5, roadmap: paper })).toMatchObject({
      code: 'conflict',
    })
    const turned = { ...paper, sections: [...paper.sections].reverse() }
    const next = await test.call('roadmaps.save', { id, revision, roadmap: turned })
    expect(next.revision).toBe(revision + 1)
    expect((await test.call('roadmaps.get', { id })).roadmap).toEqual(turned)
    await test.call('history.undo', {})
    expect((await test.call('roadmaps.get', { id })).roadmap).toEqual(paper)
    await test.call('roadmaps.remove', { id })
    expect(await test.failure('roadmaps.get', { id })).toMatchObject({ code: 'not-found' })
    await test.call('history.undo', {})
    expect((await test.call('roadmaps.get', { id })).roadmap).toEqual(paper)
  })

  it('lists its items and sub-events with their printed numbers and states', async () => {
    const test = await testStore({ today })
    const paper = two()
    for (const numbering of ['through', 'section', 'none'] as const) {
      const { id } = await test.call('roadmaps.save', { id: null, revision: null, roadmap: { ...paper, numbering } })
      const { rows } = await test.call('roadmapItems.list', {
        filters: [{ op: 'in', column: 'roadmapId', values: [id] }],
      })
      const numbers = roadmapNumbers(paper.sections, numbering)
      expect(Object.fromEntries(rows.map((row) => [row.uid, row.number]))).toEqual(Object.fromEntries(numbers))
      await test.call('roadmaps.remove', { id })
    }
    const { id } = await test.call('roadmaps.save', { id: null, revision: null, roadmap: paper })
    const { rows } = await test.call('roadmapItems.list', { sort: [{ column: 'number', desc: false }] })
    expect(rows.map(({ number, section: of, state, due }) => [number, of, state, due])).toEqual([
      ['1', 'I. Организационные мероприятия', 'overdue', 'март'],
      ['2', 'I. Организационные мероприятия', 'soon', ''],
      ['2.1', 'I. Организационные мероприятия', 'soon', 'февраль-ноябрь'],
      ['2.2', 'I. Организационные мероприятия', 'open', 'октябрь-декабрь'],
      ['3', 'II. Методические мероприятия', 'open', ''],
      ['7а', 'II. Методические мероприятия', 'standing', 'ежеквартально'],
    ])
    expect(rows[0]?.executors).toBe('Управление образования; РМО')
    const [listed] = (await test.call('roadmaps.list', {})).rows
    expect(listed).toMatchObject({ id, sections: 2, items: 4, done: 0, overdue: 1, soon: 1 })
  })

  it('keeps marks beside the paper; they go with the row and come back with it', async () => {
    const test = await testStore({ today })
    const paper = two()
    const { id, revision } = await test.call('roadmaps.save', { id: null, revision: null, roadmap: paper })
    const [first, second] = paper.sections[0]?.items ?? []
    const [uid, other] = [first?.uid ?? '', second?.uid ?? '']
    await test.call('roadmaps.mark', { id, itemUid: uid, marks: [markOf(uid, { evidence: 'приказ № 14' })] })
    const stateOf = async (key: string) =>
      (await test.call('roadmaps.get', { id })).states.find((one) => one.itemUid === key)
    expect(await stateOf(uid)).toMatchObject({
      state: 'done',
      doneOn: '2026-03-12',
      words: 'Выполнено 12.03.2026: приказ № 14',
    })
    const mark = { state: 'partial' as const, on: '2026-06-01', movedTo: null, evidence: '', note: 'идёт приём заявок' }
    expect(await test.call('roadmaps.markMany', { id, itemUids: [uid, other], mark })).toEqual({ marked: 2 })
    expect((await test.call('roadmaps.get', { id })).marks).toHaveLength(3)
    expect(await stateOf(other)).toMatchObject({ state: 'partial' })
    await test.call('history.undo', {})
    expect(await stateOf(uid)).toMatchObject({ state: 'done' })

    const without = { ...paper, sections: paper.sections.map((one) => ({ ...one, items: one.items.slice(1) })) }
    await test.call('roadmaps.save', { id, revision, roadmap: without })
    expect((await test.call('roadmaps.get', { id })).marks).toEqual([])
    await test.call('history.undo', {})
    expect(await stateOf(uid)).toMatchObject({ state: 'done' })
    expect(await test.failure('roadmaps.mark', { id, itemUid: newUid(), marks: [] })).toMatchObject({
      code: 'not-found',
    })
  })
})
