import type { MeetingRecord } from '@shared/contract/meetings'
import { formatDate, isRealDate } from '@shared/domain/dates'

/** How a protocol is called on screen and in names of files. */

type Titled = Pick<MeetingRecord, 'meeting' | 'series'>

/** «Протокол № 1 от 08.09.2026 · Заседания РМО». */
export function meetingTitle({ meeting, series }: Titled): string {
  return [protocolName(meeting), series.name].filter(Boolean).join(' · ')
}

/** «Протокол № 1 от 08.09.2026». */
export function protocolName({ number, date }: { number: string; date: string }): string {
  const words = ['Протокол']
  if (number.trim() !== '') words.push(`№ ${number.trim()}`)
  if (isRealDate(date)) words.push(`от ${formatDate(date, 'digits')}`)
  return words.join(' ')
}
