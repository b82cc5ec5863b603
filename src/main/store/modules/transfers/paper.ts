import { buildTransferAct } from '@shared/papers/exchange/transfer-act'
import type { JobContext } from '../../context'

/** Act with its list, in Word. Writers of files are loaded with the first paper: the store starts without them. */
export async function writeTransferAct(
  context: JobContext,
  { id, out }: { id: number; out: string },
): Promise<{ file: string }> {
  const record = await context.query('transfers.get', { id })
  const school = async (schoolId: number) => (await context.query('schools.get', { id: schoolId })).school
  const [from, to] = [await school(record.transfer.fromSchoolId), await school(record.transfer.toSchoolId)]
  const paper = buildTransferAct(record, from, to, await context.query('profile.get', {}))
  const { writePaper } = await import('../../documents/docx/writer')
  context.checkCancelled()
  await writePaper(paper, out)
  return { file: out }
}
