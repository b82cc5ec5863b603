import { newUid } from '@shared/contract/fields'
import type { Executor, Roadmap, RoadmapItem } from '@shared/contract/roadmaps'
import { parseDues } from '@shared/domain/due/parse'

/** Sketches of road maps for tests. */

type ItemSketch = Partial<Omit<RoadmapItem, 'dues' | 'executors' | 'parts'>> & {
  due?: string
  executors?: string[]
  co?: string[]
  parts?: [string, string][]
}

const period = { from: '2026-01-01', to: '2026-12-31' }

const duesOf = (text: string) =>
  text === ''
    ? []
    : parseDues(text, { date: period.from, mode: 'field', period }).map((due) => ({ ...due, range: null }))

export function item(sketch: ItemSketch = {}): RoadmapItem {
  const { due = '', executors = [], co = [], parts = [], ...rest } = sketch
  const executor =
    (role: Executor['role']) =>
    (text: string): Executor => ({ uid: newUid(), role, text, librarianId: null, schoolId: null })
  return {
    uid: newUid(),
    number: '',
    title: 'Семинар',
    document: '',
    results: '',
    cells: [],
    dues: duesOf(due),
    executors: [...executors.map(executor('main')), ...co.map(executor('co'))],
    parts: parts.map(([title, text]) => ({ uid: newUid(), title, dues: duesOf(text) })),
    ...rest,
  }
}

export function section(title: string, items: RoadmapItem[], number = ''): Roadmap['sections'][number] {
  return { uid: newUid(), number, title, items }
}

export function roadmap(sections: Roadmap['sections'], rest: Partial<Roadmap> = {}): Roadmap {
  return {
    kind: 'roadmap',
    title: 'Дорожная карта развития библиотек на 2026 год',
    ...period,
    associationId: null,
    approval: { text: '', number: '', date: null, annex: '' },
    numbering: 'through',
    columns: (
      [
        ['number', '№ п/п'],
        ['title', 'Наименование мероприятия'],
        ['due', 'Сроки проведения'],
        ['executors', 'Ответственный исполнитель/соисполнители'],
        ['document', 'Вид документа'],
        ['results', 'Ожидаемые результаты'],
      ] as const
    ).map(([role, title]) => ({ uid: newUid(), role, title, width: null })),
    sections,
    preamble: '',
    closing: '',
    note: '',
    ...rest,
  }
}
