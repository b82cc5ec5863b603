import type { Profile } from '../../contract/app'
import type { ProtocolLayout } from '../../contract/associations'
import { type MeetingRecord, meetingFormats } from '../../contract/meetings'
import { formatDate, formatTime } from '../../domain/dates'
import type { PageSetup, Paper } from '../model'
import { capitalised, printable, quoted } from '../text'

/** What every paper of a meeting knows beside the meeting itself. */
export interface MeetingPaperContext {
  profile: Profile
}

/** The settings' own word; while nobody has changed it, each layout uses the word that is usual in it (FORMS §2). */
export const DEFAULT_DECISION_LABEL = 'РЕШИЛИ'

const usualLabels: Record<ProtocolLayout, string> = { full: 'РЕШИЛИ', decisions: 'Решили', programme: 'Решено' }

/** The word over decisions with its colon: the meeting's, else the series', else the settings'. */
export function decisionLabel(record: MeetingRecord, profile: Profile, layout: ProtocolLayout): string {
  const chosen = [record.meeting.decisionLabel, record.series.decisionLabel].map((label) => label.trim()).find(Boolean)
  const settings = profile.papers.decisionLabel.trim()
  const usual = settings === '' || settings.toUpperCase().replace(/:$/u, '') === DEFAULT_DECISION_LABEL
  return `${printable(chosen ?? (usual ? usualLabels[layout] : settings)).replace(/\s*:$/u, '')}:`
}

export function pageOf(profile: Profile): PageSetup {
  return { orientation: 'portrait', marginsMm: { left: profile.papers.leftMarginMm, right: 10, top: 20, bottom: 20 } }
}

/** The frame of a paper of this meeting; its blocks are the builder's. */
export function meetingPaper(
  record: MeetingRecord,
  { profile }: MeetingPaperContext,
  title: string,
  content: Pick<Paper, 'blocks' | 'lists'>,
): Paper {
  return {
    title,
    language: 'ru-RU',
    page: pageOf(profile),
    textPt: 14,
    tablePt: 12,
    lineSpacing: profile.papers.lineSpacing,
    properties: {
      subject: printable(record.meeting.theme) || printable(record.series.association),
      author: printable(profile.methodologist) || printable(profile.authority) || printable(profile.municipality),
      keywords: ['протокол', record.series.association, record.series.name].map(printable).filter(Boolean).join(', '),
      description: '',
    },
    ...content,
  }
}

/** «Протокол № 1 заседания … от 08.09.2023»: for the file's properties and the window's title. */
export function protocolTitle(record: MeetingRecord, first = 'Протокол'): string {
  const { number, date } = record.meeting
  const parts = [
    first,
    number.trim() === '' ? '' : `№ ${number}`,
    record.series.heading,
    `от ${formatDate(date, 'digits')}`,
  ]
  return printable(parts.filter((part) => part.trim() !== '').join(' '))
}

/** «ПРОТОКОЛ № 1»; without a number the word alone. */
export function heading(word: string, record: MeetingRecord): string {
  const number = record.meeting.number.trim()
  return number === '' ? word : `${word} № ${number}`
}

/** The line under the heading: «заседания районного методического объединения…», else the series' own name. */
export function subheading(record: MeetingRecord): string {
  return record.series.heading.trim() === '' ? record.series.name : record.series.heading
}

export function theme(record: MeetingRecord): string {
  return record.meeting.theme.trim() === '' ? '' : quoted(record.meeting.theme)
}

export function dateOf(record: MeetingRecord, profile: Profile): string {
  return formatDate(record.meeting.date, profile.papers.dateStyle)
}

export function timeOf(record: MeetingRecord): string {
  return record.meeting.time === null ? '' : formatTime(record.meeting.time, 'colon')
}

/** «8 сентября 2023 г., 14:30 (онлайн)». */
export function whenOf(record: MeetingRecord, profile: Profile): string {
  const day = [dateOf(record, profile), timeOf(record)].filter((part) => part !== '').join(', ')
  return withFormat(day, record)
}

export function withFormat(text: string, record: MeetingRecord): string {
  const format = meetingFormats[record.meeting.format]
  return [text, format === '' ? '' : `(${format})`].filter((part) => part !== '').join(' ')
}

/** «заседания» → «Секретарь заседания»: the word the heading begins with, where it names a kind of gathering. */
export function gathering(record: MeetingRecord): string {
  const first = /^(заседани|совещани|собрани|семинар|конференци|педсовет|совет)\p{L}*/iu.exec(
    record.series.heading.trim(),
  )
  return first === null ? '' : first[0].toLowerCase()
}

export function ofGathering(role: string, record: MeetingRecord): string {
  return capitalised(`${role} ${gathering(record)}`.trim())
}
