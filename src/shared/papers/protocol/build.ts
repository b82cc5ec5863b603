import type { ProtocolLayout } from '../../contract/associations'
import type { MeetingRecord } from '../../contract/meetings'
import { assertNever } from '../../errors'
import type { Paper } from '../model'
import type { MeetingPaperContext } from './context'
import { decisionsProtocol } from './decisions'
import { fullProtocol } from './full'
import { programmeProtocol } from './programme'

export interface ProtocolContext extends MeetingPaperContext {
  /** Null: the meeting's own. */
  layout: ProtocolLayout | null
}

/** The protocol of a meeting in one of its three layouts. Pure: the same record gives the same paper. */
export function buildProtocol(record: MeetingRecord, context: ProtocolContext): Paper {
  const layout = context.layout ?? record.meeting.layout
  switch (layout) {
    case 'full':
      return fullProtocol(record, context)
    case 'decisions':
      return decisionsProtocol(record, context)
    case 'programme':
      return programmeProtocol(record, context)
    default:
      return assertNever(layout)
  }
}
