import { describe, expect, it } from 'vitest'
import type { Due } from '../../../src/shared/contract/meetings'
import type { RoadmapDraft } from '../../../src/shared/contract/old-papers'
import { addMonths } from '../../../src/shared/domain/dates'
import { roadmapWarnings } from '../../../src/shared/domain/roadmap-warnings'

const due = (text: string, from: string | null, to: string | null): Due => ({
  text,
  range: null,
  from,
  to,
  recurrence: null,
})

function plan(given: { dues?: Due[]; title?: string; approved?: string; from?: string | null; to?: string | null }) {
  const item = {
    uid: 'item01',
    number: '',
    title: given.title ?? 'Сверка фонда',
    parts: [],
    dues: given.dues ?? [],
    executors: [],
    document: '',
    results: '',
    cells: [],
  }
  const roadmap: Pick<RoadmapDraft, 'title' | 'from' | 'to' | 'approval' | 'numbering' | 'sections'> = {
    title: 'План работы',
    from: given.from === undefined ? '2024-09-01' : given.from,
    to: given.to === undefined ? '2025-08-31' : given.to,
    approval: { text: '', number: '', date: given.approved ?? null, annex: '' },
    numbering: 'through',
    sections: [{ uid: 'sect01', number: '', title: '', items: [item] }],
  }
  return roadmapWarnings(roadmap).map(({ code, path }) => [code, path])
}

describe('warnings of a plan', () => {
  it('tells of a срок of another year', () => {
    expect(plan({ dues: [due('октябрь 2023', '2023-10-01', '2023-10-31')] })).toEqual([
      ['due-mismatch', 'items/item01/dues'],
    ])
    expect(plan({ dues: [due('до 15 мая 2026', null, '2026-05-15')] })).toEqual([['due-mismatch', 'items/item01/dues']])
  })

  it('is silent about what is prepared just before the plan and reported just after it', () => {
    expect(plan({ dues: [due('август 2024', '2024-08-01', '2024-08-31')] })).toEqual([])
    expect(plan({ dues: [due('сентябрь 2025', '2025-09-01', '2025-09-30')] })).toEqual([])
    expect(plan({ dues: [due('по плану', null, null)] })).toEqual([])
  })

  it('is silent about every month of the plan itself', () => {
    for (let month = 0; month < 12; month += 1) {
      const from = addMonths('2024-09-01', month)
      expect(plan({ dues: [due('срок', from, from)] })).toEqual([])
    }
  })

  it('tells of a school year left over', () => {
    expect(plan({ title: 'Утвердить план на 2022-2023 учебный год' })).toEqual([
      ['school-year-mismatch', 'items/item01/title'],
    ])
    expect(plan({ title: 'Анализ работы за 2023-2024 учебный год' })).toEqual([])
    expect(plan({ title: 'Заказ учебников на 2025-2026 учебный год' })).toEqual([])
  })

  it('tells of a plan approved when its time was over', () => {
    expect(plan({ approved: '2025-09-05' })).toEqual([['school-year-mismatch', 'title']])
    expect(plan({ approved: '2024-08-30' })).toEqual([])
  })

  it('says nothing where the time of the plan is not known', () => {
    expect(plan({ from: null, to: null, title: 'План на 2001-2002 учебный год' })).toEqual([])
  })
})
