import { newUid } from '@shared/contract/fields'
import { type ColumnRole, columnRoles, type Roadmap, type RoadmapColumn } from '@shared/contract/roadmaps'

/** Columns of the paper: what each holds, how it is called, in what order. */

/** A heading for a column nobody has named yet. */
const titles: Readonly<Record<ColumnRole, string>> = {
  number: '№ п/п',
  title: 'Наименование мероприятия',
  due: 'Сроки проведения',
  executors: 'Ответственные исполнители',
  coExecutors: 'Соисполнители',
  document: 'Вид документа',
  results: 'Ожидаемые результаты',
  execution: 'Отметка о выполнении',
  other: 'Примечание',
}

/** A new column holds what no column holds yet. */
export function addColumn(roadmap: Roadmap): Roadmap {
  const role = freeRoles(roadmap, null)[0] ?? 'other'
  return { ...roadmap, columns: [...roadmap.columns, { uid: newUid(), role, title: titles[role], width: null }] }
}

/** What the column may hold: one of each, and any number of others. */
export function freeRoles({ columns }: Pick<Roadmap, 'columns'>, own: RoadmapColumn | null): ColumnRole[] {
  const taken = new Set(columns.filter((column) => column !== own).map(({ role }) => role))
  return (Object.keys(columnRoles) as ColumnRole[]).filter((role) => role === 'other' || !taken.has(role))
}

export function changeColumn(roadmap: Roadmap, uid: string, change: Partial<RoadmapColumn>): Roadmap {
  return {
    ...roadmap,
    columns: roadmap.columns.map((column) => {
      if (column.uid !== uid) return column
      // A heading that only said what the column held says what it holds now.
      const isUsual = change.role !== undefined && column.title === titles[column.role]
      return { ...column, ...change, ...(isUsual ? { title: titles[change.role ?? column.role] } : {}) }
    }),
  }
}

/** Cells of its own go with it; what belongs to the item stays there and comes back with such a column. */
export function removeColumn(roadmap: Roadmap, uid: string): Roadmap {
  return {
    ...roadmap,
    columns: roadmap.columns.filter((column) => column.uid !== uid),
    sections: roadmap.sections.map((section) => ({
      ...section,
      items: section.items.map((item) =>
        item.cells.some(({ columnUid }) => columnUid === uid)
          ? { ...item, cells: item.cells.filter(({ columnUid }) => columnUid !== uid) }
          : item,
      ),
    })),
  }
}

export function moveColumn(roadmap: Roadmap, uid: string, by: 1 | -1): Roadmap {
  const at = roadmap.columns.findIndex((column) => column.uid === uid)
  const [own, other] = [roadmap.columns[at], roadmap.columns[at + by]]
  return own && other ? { ...roadmap, columns: roadmap.columns.with(at, other).with(at + by, own) } : roadmap
}
