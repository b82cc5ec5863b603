import type { MoneySource } from '@shared/contract/holdings'
import type { TransferRecord } from '@shared/contract/transfers'
import { useMemo } from 'react'
import { useCall } from '../../../app/queries'

/** The books of a line, as they are named and priced. */
export interface LineBooks {
  title: string
  /** Authors, publisher. */
  detail: string
  publicationYear: number
  price: number
  source: MoneySource
  usableUntil: string | null
  /** Balance of the giver's lot now. */
  held: number
  instead: string | null
  received: number | null
  returned: number
}

/** Books of the stored lines, and of those added since, by the lot they come from. */
export function useLineBooks(
  record: TransferRecord | null,
  fromSchoolId: number,
  lotIds: readonly number[],
): (uid: string, lotId: number) => LineBooks | undefined {
  const stored = useMemo(() => {
    const lines = (record?.lines ?? []).map((line): [string, LineBooks] => [
      line.uid,
      {
        title: line.title,
        detail: [line.authors, line.publisher].filter(Boolean).join(' · '),
        publicationYear: line.publicationYear,
        price: line.price,
        source: line.source,
        usableUntil: line.usableUntil,
        held: line.held,
        instead: line.forTitle,
        received: line.received,
        returned: line.returned,
      },
    ])
    return new Map(lines)
  }, [record])
  const isKnown = lotIds.every((lotId) => record?.lines.some((line) => line.lotId === lotId))
  const lots = useCall(
    'holdings.lots',
    { schoolId: fromSchoolId || null, textbookId: null },
    { enabled: fromSchoolId > 0 && !isKnown, keepPrevious: true },
  )
  return (uid, lotId) => {
    const line = stored.get(uid)
    if (line) return line
    const lot = lots.data?.find((one) => one.id === lotId)
    if (!lot) return undefined
    return {
      title: lot.textbook,
      detail: '',
      publicationYear: lot.publicationYear,
      price: lot.price,
      source: lot.source,
      usableUntil: lot.usableUntil,
      held: lot.copies,
      instead: null,
      received: null,
      returned: 0,
    }
  }
}
