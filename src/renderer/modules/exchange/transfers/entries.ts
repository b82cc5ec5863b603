import type { TransferRecord } from '@shared/contract/transfers'
import { outstanding } from '../model/steps'

/** Copies typed beside lines, by uid: what came, or what goes back. */
export type Entries = Readonly<Record<string, number | null>>

export interface StepEntries {
  kind: 'receive' | 'return'
  lines: readonly { uid: string; copies: number | null; most: number; fault: string | null }[]
  isFaulty: boolean
  /** Of the step, all lines together. */
  copies: number
  most: number
}

/** What the step ahead asks of each line: everything, unless other figures are typed. Null when it asks nothing. */
export function entriesFor(record: TransferRecord, typed: Entries): StepEntries | null {
  const isReturn = record.state === 'received' && record.transfer.term === 'temporary'
  if (record.state !== 'handed' && !isReturn) return null
  const lines = record.lines.map((line) => {
    const most = isReturn ? outstanding(line) : line.copies
    const copies = line.uid in typed ? (typed[line.uid] ?? null) : most
    return { uid: line.uid, copies, most, fault: faultOf(copies, most) }
  })
  return {
    kind: isReturn ? 'return' : 'receive',
    lines,
    isFaulty: lines.some((line) => line.fault !== null),
    copies: lines.reduce((sum, line) => sum + (line.fault === null ? (line.copies ?? 0) : 0), 0),
    most: lines.reduce((sum, line) => sum + line.most, 0),
  }
}

function faultOf(copies: number | null, most: number): string | null {
  if (copies === null || !Number.isInteger(copies) || copies < 0) return 'целое число от 0'
  return copies > most ? `не больше ${most}` : null
}
