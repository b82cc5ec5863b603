import { newUid } from '@shared/contract/fields'
import { type ContingentRow, contingentList, School } from '@shared/contract/schools'
import { formatSchoolYear, parseSchoolYear } from '@shared/domain/school-year'
import { AppError } from '@shared/errors'
import { sql } from 'kysely'
import type { QueryContext } from '../../context'
import { bumpRevision, insertRow, updateRow } from '../../database/aggregate'
import { prepared } from '../../database/prepared'
import type { ListSource } from '../../lists/list'
import type { ListRecord } from '../../lists/record'
import { schoolByName } from '../../lists/references'
import { parseAs } from '../../validation'

/** Students and classes of every school by school year and grade. */
export const contingentSource: ListSource<ContingentRow> = {
  spec: contingentList,
  sorted: ['school'],
  normed: ['school'],
  filled: ['school', 'schoolYear', 'grade'],
  keys: ['schoolId'],
  select: (_context, query) => sql`
    select contingent.id, contingent.schoolId, school.shortName as school, school.sortKey as "school$sort", school.nameKey as "school$norm", school.norm,
      contingent.schoolYear, contingent.grade, contingent.classes, contingent.students
    from contingent join school on school.id = contingent.schoolId
    ${query.schoolYear === null ? sql`` : sql`where contingent.schoolYear = ${query.schoolYear}`}`,
  row: (raw) => raw as unknown as ContingentRow,
}

/** School 0 is «not named yet». */
interface Line {
  schoolId: number
  schoolYear: string
  grade: number | null
  classes: number
  students: number
}

const Schema = School.shape.contingent.element.omit({ uid: true })

/** @throws AppError `duplicate`, `invalid-input` */
function refuse(context: QueryContext, id: number | null, line: Line): void {
  const { schoolYear, grade } = parseAs(Schema, line, 'Контингент')
  const twin = prepared<[number, string, number, number], { name: string }>(
    context.raw,
    `SELECT school.shortName AS name FROM contingent JOIN school ON school.id = schoolId
     WHERE schoolId = ? AND schoolYear = ? AND grade = ? AND contingent.id <> ?`,
  ).get(line.schoolId, schoolYear, grade, id ?? 0)
  if (!twin) return
  throw new AppError(
    'duplicate',
    `Контингент: у школы «${twin.name}» ${grade} класс за ${formatSchoolYear(schoolYear)} учебный год уже записан. Исправьте ту строку.`,
    'grade',
  )
}

export const contingentRecord: ListRecord<Line> = {
  source: contingentSource,
  blank: (context) => ({
    schoolId: 0,
    schoolYear: context.viewed ?? context.schoolYear(),
    grade: null,
    classes: 0,
    students: 0,
  }),
  read(context, id) {
    const line = prepared<[number], Line>(
      context.raw,
      'SELECT schoolId, schoolYear, grade, classes, students FROM contingent WHERE id = ?',
    ).get(id)
    if (!line) throw new AppError('not-found', 'Этой строки контингента больше нет.')
    return line
  },
  set: {
    school: (line, value, context) => ({ ...line, schoolId: schoolByName(context, String(value)) }),
    schoolYear: (line, value) => ({ ...line, schoolYear: parseSchoolYear(String(value)) ?? String(value) }),
    grade: (line, value) => ({ ...line, grade: value as number | null }),
    classes: (line, value) => ({ ...line, classes: (value as number | null) ?? 0 }),
    students: (line, value) => ({ ...line, students: (value as number | null) ?? 0 }),
  },
  check: refuse,
  save(context, id, line) {
    refuse(context, id, line)
    const { raw } = context
    const row = { ...parseAs(Schema, line, 'Контингент'), schoolId: line.schoolId }
    const before = id === null ? null : this.read(context, id)
    const written = id ?? insertRow(raw, 'contingent', { uid: newUid(), ord: nextOrd(context, line.schoolId), ...row })
    if (id !== null) updateRow(raw, 'contingent', { column: 'id', value: id }, row)
    // The card of the school shows these rows: one opened before this must not save over them.
    for (const schoolId of new Set([line.schoolId, ...(before ? [(before as Line).schoolId] : [])])) {
      bumpRevision(raw, 'school', 'school', { id: schoolId, revision: 0 }, false)
    }
    return written
  },
  remove(context, id) {
    const { schoolId } = this.read(context, id) as Line
    prepared(context.raw, 'DELETE FROM contingent WHERE id = ?').run(id)
    bumpRevision(context.raw, 'school', 'school', { id: schoolId, revision: 0 }, false)
  },
}

function nextOrd(context: QueryContext, schoolId: number): number {
  return (
    prepared<[number], { ord: number }>(
      context.raw,
      'SELECT coalesce(max(ord) + 1, 0) AS ord FROM contingent WHERE schoolId = ?',
    ).get(schoolId)?.ord ?? 0
  )
}
