import { listSpecs } from '@shared/contract/list-specs'
import type { MeetingRecord } from '@shared/contract/meetings'
import { AppError } from '@shared/errors'
import { buildAttendanceSheet } from '@shared/papers/attendance-sheet'
import { buildExtract } from '@shared/papers/extract'
import type { Paper } from '@shared/papers/model'
import { buildProtocol } from '@shared/papers/protocol/build'
import type { JobContext } from '../../context'
import type { Handlers } from '../../module'

export const paperHandlers = {
  'papers.protocol': (context, { meetingId, layout, out }) =>
    meetingPaper(context, meetingId, out, (record, profile) => buildProtocol(record, { profile, layout })),
  'papers.attendance': (context, { meetingId, out }) =>
    meetingPaper(context, meetingId, out, (record, profile) => buildAttendanceSheet(record, { profile })),
  'papers.extract': async (context, { meetingId, number, schoolId, out }) => {
    const schoolName =
      schoolId === null ? null : (await context.query('schools.get', { id: schoolId })).school.shortName
    return meetingPaper(context, meetingId, out, (record, profile) =>
      buildExtract(record, { profile }, { number, schoolName }),
    )
  },
  'papers.list': async (context, { list, query, columns, personal, out }) => {
    const spec = Object.hasOwn(listSpecs, list) ? listSpecs[list] : undefined
    if (!spec) {
      throw new AppError('invalid-input', `Списка «${list}» нет. Есть: ${Object.keys(listSpecs).join(', ')}.`, 'list')
    }
    const { writeList } = await import('../../documents/xlsx/list')
    return writeList(context, spec, { query, columns, personal, file: out })
  },
} satisfies Handlers

type Profile = Parameters<typeof buildAttendanceSheet>[1]['profile']

/** Writers of files are loaded with the first paper: the store starts without them. */
async function meetingPaper(
  context: JobContext,
  meetingId: number,
  out: string,
  build: (record: MeetingRecord, profile: Profile) => Paper,
): Promise<{ file: string }> {
  const record = await context.query('meetings.get', { id: meetingId })
  const profile = await context.query('profile.get', {})
  const { writePaper } = await import('../../documents/docx/writer')
  context.checkCancelled()
  await writePaper(build(record, profile), out)
  return { file: out }
}
