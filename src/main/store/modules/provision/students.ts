import type { SavedRecord } from '@shared/contract/core'
import { SubjectStudents, type SubjectStudentsRow, subjectStudentsList } from '@shared/contract/provision'
import { formatSchoolYear, parseSchoolYear } from '@shared/domain/school-year'
import { subjectNature } from '@shared/domain/subjects'
import { normKey } from '@shared/domain/text/norm'
import { AppError } from '@shared/errors'
import { sql } from 'kysely'
import type { CommandContext, QueryContext } from '../../context'
import { bumpRevision, removeRecord, saveRoot } from '../../database/aggregate'
import { prepared } from '../../database/prepared'
import type { ListSource } from '../../lists/list'
import type { ListRecord } from '../../lists/record'
import { schoolByName } from '../../lists/references'
import { parseAs } from '../../validation'

export const studentsSource: ListSource<SubjectStudentsRow> = {
  spec: subjectStudentsList,
  sorted: ['school', 'subject'],
  normed: ['school', 'subject'],
  filled: ['school', 'schoolYear', 'grade', 'subject', 'students'],
  select: (_context, query) => sql`
    select subjectStudents.id, subjectStudents.schoolId, school.shortName as school, school.sortKey as "school$sort",
      school.nameKey as "school$norm", school.norm || ' ' || subject.norm as norm, schoolYear, grade, subject.name as subject,
      subject.sortKey as "subject$sort", subject.nameKey as "subject$norm", students,
      (select students from contingent where schoolId = subjectStudents.schoolId and grade = subjectStudents.grade
        and contingent.schoolYear = subjectStudents.schoolYear) as contingent
    from subjectStudents join school on school.id = subjectStudents.schoolId join subject on subject.id = subjectId
    ${query.schoolYear === null ? sql`` : sql`where schoolYear = ${query.schoolYear}`}`,
  row: (raw) => raw as unknown as SubjectStudentsRow,
}

/** School 0 is «not named yet». */
type Line = Omit<SubjectStudents, 'grade' | 'students'> & { grade: number | null; students: number | null }

const subjectId = ({ raw }: QueryContext, name: string): number | undefined =>
  prepared<[string], { id: number }>(raw, 'SELECT id FROM subject WHERE nameKey = ?').get(normKey(name))?.id

/** @throws AppError `duplicate`, `invalid-input` */
function refuse(context: QueryContext, id: number | null, line: SubjectStudents): void {
  const { raw } = context
  const twin = prepared<[string, number, number, number, number], { name: string }>(
    raw,
    `SELECT school.shortName AS name FROM subjectStudents JOIN school ON school.id = schoolId
     WHERE schoolYear = ? AND schoolId = ? AND grade = ? AND subjectId = ? AND subjectStudents.id <> ?`,
  ).get(line.schoolYear, line.schoolId, line.grade, subjectId(context, line.subject) ?? 0, id ?? 0)
  const year = formatSchoolYear(line.schoolYear)
  if (twin) {
    throw new AppError(
      'duplicate',
      `Предмет: у школы «${twin.name}» уже записано, сколько человек изучает «${line.subject}» в ${line.grade} классе за ${year} учебный год. Исправьте ту строку.`,
      'subject',
    )
  }
  const all = prepared<[number, string, number], { students: number }>(
    raw,
    'SELECT students FROM contingent WHERE schoolId = ? AND schoolYear = ? AND grade = ?',
  ).get(line.schoolId, line.schoolYear, line.grade)?.students
  if (all === undefined || line.students <= all) return
  throw new AppError(
    'invalid-input',
    `Изучают: ${line.students} — больше, чем учеников в ${line.grade} классе за ${year} учебный год (${all}). Исправьте число или контингент школы.`,
    'students',
  )
}

/** @throws AppError `not-found` */
export function readStudents({ raw }: QueryContext, id: number): SavedRecord & { subjectStudents: SubjectStudents } {
  const row = prepared<[number], SubjectStudents & { revision: number }>(
    raw,
    `SELECT subjectStudents.revision, schoolId, schoolYear, grade, students, subject.name AS subject
     FROM subjectStudents JOIN subject ON subject.id = subjectId WHERE subjectStudents.id = ?`,
  ).get(id)
  if (!row) throw new AppError('not-found', 'Этой строки больше нет: её удалили. Вернуть её можно отменой (Ctrl+Z).')
  const { revision, ...subjectStudents } = row
  return { id, revision, subjectStudents }
}

/** A subject not known yet is added with what is known of it by its name. @throws AppError as `refuse`, `conflict`, `not-found` */
export async function saveStudents(
  context: CommandContext,
  id: number | null,
  revision: number | null,
  line: SubjectStudents,
): Promise<SavedRecord> {
  const { raw } = context
  context.describe(`${line.subject}, ${line.grade} класс`)
  refuse(context, id, line)
  const { subject, ...row } = line
  const named = subjectId(context, subject) ?? (await addSubject(context, subject))
  const saved = saveRoot(raw, 'subjectStudents', id, revision, { ...row, subjectId: named })
  return bumpRevision(raw, 'subjectStudents', 'subject-students', saved, id === null)
}

async function addSubject(context: CommandContext, name: string): Promise<number> {
  const subject = { name, ...subjectNature(name), note: '' }
  return (await context.run('subjects.save', { id: null, revision: null, subject })).id
}

export function removeStudents(context: CommandContext, id: number): void {
  const { subjectStudents } = readStudents(context, id)
  context.describe(`${subjectStudents.subject}, ${subjectStudents.grade} класс`)
  removeRecord(context.raw, 'subjectStudents', [], 'id', id, 'Строку нельзя удалить: на неё ссылаются другие записи.')
}

const parsed = (line: Line): SubjectStudents => parseAs(SubjectStudents, line, 'Изучают предмет')

export const studentsRecord: ListRecord<Line> = {
  source: studentsSource,
  blank: (context) => ({
    schoolId: 0,
    schoolYear: context.viewed ?? context.schoolYear(),
    grade: null,
    subject: '',
    students: null,
  }),
  read: (context, id) => readStudents(context, id).subjectStudents,
  set: {
    school: (line, value, context) => ({ ...line, schoolId: schoolByName(context, String(value ?? '')) }),
    schoolYear: (line, value) => ({ ...line, schoolYear: parseSchoolYear(String(value ?? '')) ?? String(value ?? '') }),
    grade: (line, value) => ({ ...line, grade: value as number | null }),
    subject: (line, value) => ({ ...line, subject: String(value ?? '') }),
    students: (line, value) => ({ ...line, students: value as number | null }),
  },
  check: (context, id, line) => refuse(context, id, parsed(line)),
  save: async (context, id, line) => (await saveStudents(context, id, null, parsed(line))).id,
  remove: removeStudents,
}
