import { Distance, type DistanceRow, distanceList } from '@shared/contract/plans'
import { AppError } from '@shared/errors'
import { sql } from 'kysely'
import type { QueryContext } from '../../context'
import { bumpRevision, removeRecord, saveRoot } from '../../database/aggregate'
import { prepared } from '../../database/prepared'
import type { ListSource } from '../../lists/list'
import type { ListRecord } from '../../lists/record'
import { schoolByName } from '../../lists/references'
import { parseAs } from '../../validation'

export const distanceSource: ListSource<DistanceRow> = {
  spec: distanceList,
  sorted: ['from', 'to'],
  normed: ['from', 'to'],
  filled: ['from', 'to', 'distance'],
  select: () => sql`
    select schoolDistance.id, fromSchoolId, one.shortName as "from", one.sortKey as "from$sort", one.nameKey as "from$norm",
      toSchoolId, other.shortName as "to", other.sortKey as "to$sort", other.nameKey as "to$norm",
      one.norm || ' ' || other.norm as norm, distance
    from schoolDistance join school as one on one.id = fromSchoolId join school as other on other.id = toSchoolId`,
  row: (raw) => raw as unknown as DistanceRow,
}

/** School 0 is «not named yet». */
interface Line {
  fromSchoolId: number
  toSchoolId: number
  distance: number | null
}

/** One road is one row, whichever end is named first. @throws AppError `invalid-input`, `duplicate` */
function judged({ raw }: QueryContext, id: number | null, line: Line): Distance {
  const road = parseAs(Distance, line, 'Расстояние')
  if (road.fromSchoolId === road.toSchoolId) {
    throw new AppError('invalid-input', 'До школы: названа та же школа. Выберите другую.', 'to')
  }
  const twin = prepared<number[], { id: number }>(
    raw,
    `SELECT id FROM schoolDistance WHERE id <> ? AND
       ((fromSchoolId = ? AND toSchoolId = ?) OR (fromSchoolId = ? AND toSchoolId = ?))`,
  ).get(id ?? 0, road.fromSchoolId, road.toSchoolId, road.toSchoolId, road.fromSchoolId)
  if (twin) {
    throw new AppError('duplicate', 'До школы: расстояние между этими школами уже записано. Исправьте ту строку.', 'to')
  }
  return road
}

export const distanceRecord: ListRecord<Line> = {
  source: distanceSource,
  blank: () => ({ fromSchoolId: 0, toSchoolId: 0, distance: null }),
  read({ raw }, id) {
    const line = prepared<[number], Line>(
      raw,
      'SELECT fromSchoolId, toSchoolId, distance FROM schoolDistance WHERE id = ?',
    ).get(id)
    if (!line) throw new AppError('not-found', 'Этой строки больше нет: её удалили. Вернуть её можно отменой (Ctrl+Z).')
    return line
  },
  set: {
    from: (line, value, context) => ({ ...line, fromSchoolId: schoolByName(context, String(value ?? '')) }),
    to: (line, value, context) => ({ ...line, toSchoolId: schoolByName(context, String(value ?? '')) }),
    distance: (line, value) => ({ ...line, distance: value as number | null }),
  },
  check(context, id, line) {
    judged(context, id, line)
  },
  save(context, id, line) {
    const saved = saveRoot(context.raw, 'schoolDistance', id, null, judged(context, id, line))
    return bumpRevision(context.raw, 'schoolDistance', 'distance', saved, id === null).id
  },
  remove(context, id) {
    removeRecord(context.raw, 'schoolDistance', [], 'id', id, 'Эту строку удалить нельзя.')
  },
  columnOf: (path) => ({ fromSchoolId: 'from', toSchoolId: 'to' })[path.split('.').at(-1) ?? ''] ?? null,
}
