import { blankLibrarian } from '@shared/contract/blank'
import { namePattern } from '@shared/domain/text/name-pattern'
import { AppError } from '@shared/errors'
import type { CommandContext } from '../../context'
import { updateRow } from '../../database/aggregate'
import { listBackups } from '../../database/backup'
import { derive } from '../../database/derived'
import { forgetInTexts } from '../../database/forget-texts'
import { forgetInPapers } from '../../old-papers/forget'
import { forgetInReports } from '../../reports/forget'
import { forgetWords } from '../../search/keep'
import { readLibrarian } from './read'
import { fullName } from './save'

/** What stands in a person's place after erasure (152-ФЗ). */
const mark = '[данные удалены]'

const rowsOfPerson = [
  'employment',
  'education',
  'course',
  'award',
  'publication',
  'contestResult',
  'associationMember',
] as const
const printedNames = [
  'meetingPerson',
  'attendance',
  'agendaSpeaker',
  'speech',
  'eventParticipant',
  'mailingRecipient',
] as const

/**
 * Replaces a person's fields by a mark, in her record, in papers, reports and letters that name her, and in the whole history, so that no
 * undo brings them back. Backups cannot be rewritten: those that may hold her are answered by name.
 */
export async function eraseLibrarian(context: CommandContext, id: number): Promise<{ backups: string[] }> {
  const { raw } = context
  const { librarian } = readLibrarian(context.raw, id)
  const name = fullName(librarian)
  if (name === mark) throw new AppError('not-found', 'Данные этого человека уже удалены.')
  context.describe(`запись № ${id}`)
  const printed = printedAs(context, id, name)
  for (const table of rowsOfPerson) raw.prepare(`DELETE FROM "${table}" WHERE librarianId = ?`).run(id)
  const { employments, educations, courses, awards, publications, contests, ...own } = blankLibrarian()
  updateRow(raw, 'librarian', { column: 'id', value: id }, derive('librarian', { ...own, surname: mark, erased: true }))
  for (const table of printedNames) raw.prepare(`UPDATE "${table}" SET name = ? WHERE librarianId = ?`).run(mark, id)
  raw.prepare('UPDATE decisionAddressee SET text = ? WHERE librarianId = ?').run(mark, id)
  raw.prepare('UPDATE roadmapExecutor SET text = ? WHERE librarianId = ?').run(mark, id)
  raw.prepare('UPDATE meeting SET secretaryName = ? WHERE secretaryId = ?').run(mark, id)
  for (const role of ['head', 'secretary']) {
    raw.prepare(`UPDATE association SET ${role}Name = ? WHERE ${role}Id = ?`).run(mark, id)
  }
  // Unfinished typing and notes of corrections may name her in running text.
  raw.prepare('DELETE FROM draft WHERE key = ? OR instr(payload, ?) > 0').run(`librarian:${id}`, librarian.surname)
  for (const one of printed) raw.prepare('UPDATE correction SET changes = replace(changes, ?, ?)').run(one, mark)
  forgetInPapers(raw, id, librarian)
  const pattern = namePattern(librarian)
  const blot = (text: string): string => text.replace(pattern, mark)
  forgetInTexts(raw, blot)
  await forgetInReports(raw, blot)
  eraseFromHistory(context, id, printed)
  forgetWords(raw)
  return { backups: listBackups(context.folder).map((backup) => backup.file) }
}

/** Her name as papers have it, «Скворцова З.И.», longest first; running text and titles name her so. */
function printedAs({ raw }: CommandContext, id: number, name: string): string[] {
  const found = new Set([name])
  for (const table of printedNames) {
    const rows = raw.prepare<[number], { name: string }>(`SELECT DISTINCT name FROM "${table}" WHERE librarianId = ?`)
    for (const row of rows.all(id)) found.add(row.name)
  }
  const executors = raw.prepare<[number], { text: string }>('SELECT text FROM roadmapExecutor WHERE librarianId = ?')
  for (const row of executors.all(id)) found.add(row.text)
  return [...found].filter((one) => one !== '' && one !== mark).sort((one, other) => other.length - one.length)
}

/** Before-images of the person's rows lose every value but keys; titles and images that name her lose the name. */
function eraseFromHistory(context: CommandContext, id: number, printed: readonly string[]): void {
  const { raw } = context
  raw
    .prepare(
      `UPDATE change SET before = json_object('id', json_extract(before, '$.id'), 'uid', json_extract(before, '$.uid'))
       WHERE before IS NOT NULL AND record = 'librarian' AND recordId = ?`,
    )
    .run(id)
  raw
    .prepare(
      `UPDATE change SET before = json_set(before, '$.name', ?) WHERE json_extract(before, '$.librarianId') = ? AND json_extract(before, '$.name') IS NOT NULL`,
    )
    .run(mark, id)
  raw
    .prepare(
      `UPDATE change SET before = json_set(before, '$.text', ?) WHERE tableName IN ('decisionAddressee', 'roadmapExecutor') AND json_extract(before, '$.librarianId') = ?`,
    )
    .run(mark, id)
  for (const [idKey, nameKey] of [
    ['headId', 'headName'],
    ['secretaryId', 'secretaryName'],
  ] as const) {
    raw
      .prepare(
        `UPDATE change SET before = json_set(before, '$.${nameKey}', ?) WHERE json_extract(before, '$.${idKey}') = ?`,
      )
      .run(mark, id)
  }
  for (const name of printed) {
    raw
      .prepare("UPDATE changeGroup SET title = replace(title, ?, ?), norm = '' WHERE instr(title, ?) > 0")
      .run(name, mark, name)
    raw
      .prepare(
        "UPDATE change SET before = replace(before, ?, ?) WHERE tableName = 'correction' AND instr(before, ?) > 0",
      )
      .run(name, mark, name)
  }
  // Images without their values cannot be put back, so nothing before this can be undone.
  raw
    .prepare(
      "UPDATE changeGroup SET state = 'dead' WHERE state <> 'dead' AND id < (SELECT groupId FROM changeContext WHERE id = 1)",
    )
    .run()
}
