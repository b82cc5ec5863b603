import type { LibrarianRow } from '@shared/contract/librarians'
import { listSpecs } from '@shared/contract/list-specs'
import type { ListQuery, ListSpec } from '@shared/contract/lists'
import type { MeetingRecord } from '@shared/contract/meetings'
import { AppError } from '@shared/errors'
import { buildAttendanceSheet } from '@shared/papers/attendance-sheet'
import { buildExtract } from '@shared/papers/extract'
import type { Paper } from '@shared/papers/model'
import { buildProtocol } from '@shared/papers/protocol/build'
import { buildStaffingCertificate } from '@shared/papers/staffing/certificate'
import { buildLibrarianList } from '@shared/papers/staffing/librarian-list'
import { usualColumns } from '@shared/papers/staffing/list-columns'
import type { JobContext } from '../../context'
import { listSource } from '../../lists/all'
import { listDay } from '../../lists/day'
import { wholeList } from '../../lists/whole'
import type { Handlers } from '../../module'
import { type PaperFile, savePaper } from '../../templates/save-paper'

export const paperHandlers = {
  'papers.protocol': (context, { meetingId, layout, ...file }) =>
    meetingPaper(context, meetingId, file, (record, profile) => buildProtocol(record, { profile, layout })),
  'papers.attendance': (context, { meetingId, ...file }) =>
    meetingPaper(context, meetingId, file, (record, profile) => buildAttendanceSheet(record, { profile })),
  'papers.extract': async (context, { meetingId, number, schoolId, ...file }) => {
    const schoolName =
      schoolId === null ? null : (await context.query('schools.get', { id: schoolId })).school.shortName
    return meetingPaper(context, meetingId, file, (record, profile) =>
      buildExtract(record, { profile }, { number, schoolName }),
    )
  },
  'papers.list': async (context, { list, query, columns, personal, out }) => {
    const spec = specCalled(list)
    const { writeList } = await import('../../documents/xlsx/list')
    return writeList(context, spec, {
      open: () => wholeList(context, listSource(list), query),
      columns,
      personal,
      file: out,
      on: spec.onDay ? query.on : null,
    })
  },
  'papers.librarians': async (context, { query, columns, personal, ...file }) => {
    const rows = await everyone(context, query)
    const profile = await context.query('profile.get', {})
    const on = listDay(context, query.schoolYear)
    const paper = buildLibrarianList(rows, { profile, on, columns: columns ?? usualColumns, personal })
    return { ...(await savePaper(context, paper, file)), rows: rows.length }
  },
  'papers.staffing': async (context, { schoolYear, ...file }) => {
    const staffing = await context.query('librarians.staffing', { schoolYear })
    return savePaper(context, buildStaffingCertificate(staffing, await context.query('profile.get', {})), file)
  },
  'papers.listPage': async (context, input) => {
    const spec = specCalled(input.list)
    const { listHtml } = await import('../../documents/html/list')
    return listHtml(context, spec, input)
  },
} satisfies Handlers

/** @throws AppError `invalid-input` */
function specCalled(list: string): ListSpec {
  const spec = Object.hasOwn(listSpecs, list) ? listSpecs[list] : undefined
  if (spec) return spec
  throw new AppError('invalid-input', `Списка «${list}» нет. Есть: ${Object.keys(listSpecs).join(', ')}.`, 'list')
}

type Profile = Parameters<typeof buildAttendanceSheet>[1]['profile']

async function meetingPaper(
  context: JobContext,
  meetingId: number,
  file: PaperFile,
  build: (record: MeetingRecord, profile: Profile) => Paper,
): Promise<{ file: string }> {
  const record = await context.query('meetings.get', { id: meetingId })
  const profile = await context.query('profile.get', {})
  return savePaper(context, build(record, profile), file)
}

/** All rows of the bank that a query finds, page by page; a query that says nothing means those who work. */
async function everyone(context: JobContext, query: ListQuery): Promise<LibrarianRow[]> {
  const filters =
    query.filters.length === 0 && query.search === ''
      ? [{ op: 'equals' as const, column: 'working', value: true }]
      : query.filters
  const rows: LibrarianRow[] = []
  for (;;) {
    const after = null
    const page = await context.query('librarians.list', { ...query, filters, after, offset: rows.length, limit: 1000 })
    rows.push(...page.rows)
    context.progress(rows.length, page.total, 'Библиотекари')
    if (page.rows.length < 1000) return rows
  }
}
