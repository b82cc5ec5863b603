import { buildTransferAct } from '@shared/papers/exchange/transfer-act'
import type { JobContext } from '../../context'
import { type PaperFile, savePaper } from '../../templates/save-paper'

/** Act with its list, in Word. */
export async function writeTransferAct(
  context: JobContext,
  { id, ...file }: { id: number } & PaperFile,
): Promise<{ file: string }> {
  const record = await context.query('transfers.get', { id })
  const school = async (schoolId: number) => (await context.query('schools.get', { id: schoolId })).school
  const [from, to] = [await school(record.transfer.fromSchoolId), await school(record.transfer.toSchoolId)]
  const paper = buildTransferAct(record, from, to, await context.query('profile.get', {}))
  return savePaper(context, paper, file)
}
