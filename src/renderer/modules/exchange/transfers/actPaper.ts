import type { Profile } from '@shared/contract/app'
import type { TransferRecord } from '@shared/contract/transfers'
import { type ActSchool, buildTransferAct } from '@shared/papers/exchange/transfer-act'
import type { Paper } from '@shared/papers/model'
import { call } from '../../../app/api'

/** The act of a transfer, from what is stored. */
export async function actPaper(id: number): Promise<Paper> {
  const [record, profile] = await Promise.all([call('transfers.get', { id }), call('profile.get', {})])
  return actOf(record, profile)
}

async function actOf(record: TransferRecord, profile: Profile): Promise<Paper> {
  const schoolOf = async (schoolId: number): Promise<ActSchool> => (await call('schools.get', { id: schoolId })).school
  const { fromSchoolId, toSchoolId } = record.transfer
  const [from, to] = await Promise.all([schoolOf(fromSchoolId), schoolOf(toSchoolId)])
  return buildTransferAct(record, from, to, profile)
}

/** Several papers of one kind as one print, each from a page of its own. */
export function joinPapers(papers: readonly Paper[], title: string): Paper | null {
  const [first] = papers
  if (!first) return null
  return {
    ...first,
    title,
    lists: papers.flatMap((paper) => paper.lists),
    blocks: papers.flatMap((paper, index) => (index === 0 ? paper.blocks : [{ kind: 'page-break' }, ...paper.blocks])),
  }
}
