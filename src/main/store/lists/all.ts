import { AppError } from '@shared/errors'
import { associationRecord } from '../modules/associations/record'
import { eventParticipantSource } from '../modules/events/list'
import { eventRecord } from '../modules/events/record'
import { needRecord } from '../modules/exchange/need-record'
import { reservationSource } from '../modules/exchange/reservation-list'
import { surplusRecord } from '../modules/exchange/surplus-record'
import { holdingRecord } from '../modules/holdings/holding-record'
import { movementRecord } from '../modules/holdings/movement-record'
import { librarianChildren } from '../modules/librarians/lists'
import { librarianRecord } from '../modules/librarians/record'
import { mailingSource } from '../modules/mailings/list'
import { decisionRecord } from '../modules/meetings/decision-record'
import { meetingRecord } from '../modules/meetings/record'
import { distanceRecord } from '../modules/plans/distances'
import { planLineSource, planUnmetSource } from '../modules/plans/lists'
import { provisionSource } from '../modules/provision/list'
import { studentsRecord } from '../modules/provision/students'
import { reportSource } from '../modules/reports/list'
import { roadmapItemRecord } from '../modules/roadmaps/item-record'
import { contingentRecord } from '../modules/schools/contingent'
import { schoolChildren } from '../modules/schools/lists'
import { schoolRecord } from '../modules/schools/record'
import { templateSource } from '../modules/templates/list'
import { textbookRecord } from '../modules/textbooks/record'
import { subjectRecord } from '../modules/textbooks/subjects'
import { transferLineSource, transferSource } from '../modules/transfers/list'
import { writeOffCampaignSource, writeOffLineSource, writeOffSource } from '../modules/writeoff/list'
import { oldPaperSource } from '../old-papers/list'
import { attentionSource } from './attention'
import { childRecord } from './child-record'
import type { ListSource } from './list'
import { type AnyListRecord, anyRecord } from './record'
import { roadmapSource } from './roadmaps'

/** Every list whose rows can be written, by the name of its spec. */
const records: readonly AnyListRecord[] = [
  anyRecord(schoolRecord),
  anyRecord(contingentRecord),
  ...[...schoolChildren, ...librarianChildren].map((rows) => anyRecord(childRecord(rows))),
  anyRecord(librarianRecord),
  anyRecord(associationRecord),
  anyRecord(meetingRecord),
  anyRecord(decisionRecord),
  anyRecord(subjectRecord),
  anyRecord(textbookRecord),
  anyRecord(surplusRecord),
  anyRecord(needRecord),
  anyRecord(studentsRecord),
  anyRecord(movementRecord),
  anyRecord(holdingRecord),
  anyRecord(distanceRecord),
  anyRecord(roadmapItemRecord),
  anyRecord(eventRecord),
]

const byName = new Map(records.map((record) => [record.source.spec.name, record]))

/** Names of the lists whose rows can be written. */
export const writableLists: readonly string[] = [...byName.keys()]

/** @throws AppError `invalid-input` */
export function listRecord(name: string): AnyListRecord {
  const record = byName.get(name)
  if (record) return record
  throw new AppError(
    'invalid-input',
    `Список «${name}» нельзя править. Можно: ${[...byName.keys()].join(', ')}.`,
    'list',
  )
}

/** Lists that are only read for now. */
const others: readonly ListSource<unknown>[] = [
  attentionSource,
  transferSource,
  transferLineSource,
  reservationSource,
  provisionSource,
  writeOffSource,
  writeOffLineSource,
  writeOffCampaignSource,
  planLineSource,
  planUnmetSource,
  eventParticipantSource,
  oldPaperSource,
  roadmapSource,
  reportSource,
  templateSource,
  mailingSource,
]

const sources = new Map(
  [...records.map((record) => record.source), ...others].map((source) => [source.spec.name, source]),
)

/** @throws AppError `invalid-input` */
export function listSource(name: string): ListSource<unknown> {
  const source = sources.get(name)
  if (source) return source
  throw new AppError('invalid-input', `Списка «${name}» нет. Есть: ${[...sources.keys()].join(', ')}.`, 'list')
}
