import type { AgendaItem, Decision, MeetingDoc, Speech } from '../contract/meetings'
import { addMonths, formatDate, type IsoDate } from './dates'
import { dueText } from './due/summary'
import { quorum } from './quorum'
import { formatSchoolYear, planningSchoolYear } from './school-year'
import { schoolYearSlips } from './school-year-slips'
import { checkVote, type VoteProblemCode, voteTaken } from './votes'

/** What does not look right in a protocol. Warnings stand beside their place and never block typing (UX). */

export type WarningCode =
  | VoteProblemCode
  | 'school-year-mismatch'
  | 'due-mismatch'
  | 'decision-without-addressee'
  | 'decision-without-due'
  | 'empty-decision'
  | 'empty-item'
  | 'no-agenda'
  | 'no-chair'
  | 'no-secretary'
  | 'no-attendance'
  | 'no-quorum'

export interface WarningPlace {
  kind: 'item' | 'decision' | 'speech' | 'meeting'
  /** The `uid` of the item, decision or speech; '' for the meeting. */
  id: string
}

export interface MeetingWarning {
  code: WarningCode
  /** Russian sentences: what, where, what to do. */
  text: string
  where: WarningPlace
  /** Characters in question in the text of that place (title, theme, decision, speech); null when it is the whole. */
  range: [number, number] | null
}

/** A due this many months after the meeting is more likely a mistyped year than a plan. */
const FAR_MONTHS = 60

/**
 * Warnings of a meeting, from the top of the protocol to its end: copied-over school years and dues, votes that do not
 * agree with attendance, decisions with no addressee or due, what is missing. Whether the number is taken is known only
 * to the store.
 */
export function meetingWarnings(meeting: MeetingDoc): MeetingWarning[] {
  const whole: WarningPlace = { kind: 'meeting', id: '' }
  const loose = meeting.agenda.length > 0 ? 'в решении без вопроса' : 'в решении'
  return [
    ...headWarnings(meeting),
    ...yearWarnings(meeting.theme, meeting.date, whole, 'В теме заседания'),
    ...meeting.agenda.flatMap((item, index) => itemWarnings(item, index, meeting)),
    ...meeting.speeches.flatMap((speech) => speechWarnings(speech, 'В выступлении', meeting.date)),
    ...meeting.decisions.flatMap((decision, index) =>
      decisionWarnings(decision, `${loose} ${index + 1}`, meeting.date),
    ),
  ]
}

function warn(
  code: WarningCode,
  text: string,
  where: WarningPlace,
  range: [number, number] | null = null,
): MeetingWarning {
  return { code, text, where, range }
}

function headWarnings(meeting: MeetingDoc): MeetingWarning[] {
  const where: WarningPlace = { kind: 'meeting', id: '' }
  const warnings: MeetingWarning[] = []
  const decisions = meeting.layout === 'decisions'
  if (!decisions && !meeting.chairs.some(({ name }) => name.trim() !== '')) {
    warnings.push(warn('no-chair', 'Не указан председательствующий. Выберите его в шапке протокола.', where))
  }
  // The short protocol is signed by the secretary alone.
  if (decisions && (meeting.secretary?.name ?? '').trim() === '') {
    warnings.push(
      warn(
        'no-secretary',
        'Не указан секретарь, а краткий протокол подписывает он. Выберите секретаря в шапке.',
        where,
      ),
    )
  }
  if (meeting.agenda.length === 0 && meeting.decisions.length === 0) {
    warnings.push(warn('no-agenda', 'В повестке нет ни одного вопроса. Добавьте вопрос.', where))
  }
  const { mode, roster } = meeting.attendance
  if (presentAt(meeting) === null) {
    warnings.push(warn('no-attendance', 'Не указано, сколько человек присутствовало. Отметьте присутствующих.', where))
  } else if (mode === 'roster') {
    const state = quorum(
      roster.length,
      presentAt(meeting) ?? 0,
      roster.filter((entry) => entry.state === 'excused').length,
    )
    if (!state.reached) warnings.push(warn('no-quorum', `${state.text} Проверьте отметки в списке.`, where))
  }
  return warnings
}

/** Head-count of those present; null when it is not known. */
export function presentAt({ attendance }: MeetingDoc): number | null {
  if (attendance.mode === 'count') return attendance.count
  return attendance.roster.length === 0 ? null : attendance.roster.filter(({ state }) => state === 'present').length
}

function itemWarnings(item: AgendaItem, index: number, meeting: MeetingDoc): MeetingWarning[] {
  const n = index + 1
  const where: WarningPlace = { kind: 'item', id: item.uid }
  const warnings: MeetingWarning[] = []
  if (item.title.trim() === '') {
    warnings.push(warn('empty-item', `Вопрос ${n} повестки без названия. Впишите его или удалите вопрос.`, where))
  } else if (meeting.layout === 'full' && isUntouched(item)) {
    warnings.push(
      warn('empty-item', `По вопросу ${n} нет ни выступлений, ни решения. Запишите их или удалите вопрос.`, where),
    )
  }
  if (voteTaken(item.vote)) {
    for (const { code, text } of checkVote(item.vote, presentAt(meeting))) {
      warnings.push(warn(code, `Вопрос ${n}. ${text}`, where))
    }
  }
  return [
    ...yearWarnings(item.title, meeting.date, where, `В вопросе ${n} повестки`),
    ...warnings,
    ...item.speeches.flatMap((speech) => speechWarnings(speech, `В тексте по вопросу ${n}`, meeting.date)),
    ...item.decisions.flatMap((decision, at) => decisionWarnings(decision, `в решении ${n}.${at + 1}`, meeting.date)),
  ]
}

const isUntouched = (item: AgendaItem): boolean =>
  item.decisions.length === 0 &&
  item.speeches.every(({ text, speaker }) => text.trim() === '' && speaker.name.trim() === '')

function speechWarnings(speech: Speech, place: string, date: IsoDate): MeetingWarning[] {
  return yearWarnings(speech.text, date, { kind: 'speech', id: speech.uid }, place)
}

function yearWarnings(text: string, date: IsoDate, where: WarningPlace, place: string): MeetingWarning[] {
  return schoolYearSlips(text, date).map(({ schoolYear, range }) =>
    warn(
      'school-year-mismatch',
      `${place} назван ${formatSchoolYear(schoolYear)} учебный год, а заседание ${formatDate(date, 'digits')} относится к ` +
        `${formatSchoolYear(planningSchoolYear(date))}. Проверьте, не остался ли он от прежнего протокола.`,
      where,
      range,
    ),
  )
}

function decisionWarnings(decision: Decision, place: string, date: IsoDate): MeetingWarning[] {
  const where: WarningPlace = { kind: 'decision', id: decision.uid }
  const Place = place.charAt(0).toUpperCase() + place.slice(1)
  if (decision.text.trim() === '') {
    return [warn('empty-decision', `${Place} нет текста. Впишите решение или удалите его.`, where)]
  }
  const warnings = [...yearWarnings(decision.text, date, where, Place), ...dueWarnings(decision, where, Place, date)]
  if (isTask(decision.text)) {
    if (decision.addressees.length === 0) {
      warnings.push(
        warn('decision-without-addressee', `${Place} не указано, кому поручено. Добавьте исполнителя.`, where),
      )
    }
    if (decision.dues.length === 0) {
      warnings.push(warn('decision-without-due', `${Place} нет срока. Впишите срок или «постоянно».`, where))
    }
  }
  return warnings
}

/** «Принять к сведению», «Утвердить план»: carried out by being decided, so nobody is asked and no time is set. */
const DONE_BY_DECIDING =
  /^\s*(?:(?:принять|приняли)\s+к\s+сведению|(?:утвердить|одобрить|избрать|переизбрать|признать|согласовать)\s)[^,;.]*\.?\s*$/iu

const isTask = (text: string): boolean => !DONE_BY_DECIDING.test(text)

function dueWarnings(decision: Decision, where: WarningPlace, place: string, date: IsoDate): MeetingWarning[] {
  return decision.dues.flatMap((due) => {
    if (due.to === null || due.recurrence !== null) return []
    const held = formatDate(date, 'digits')
    if (due.to < date) {
      const text = `${place} срок «${dueText(due)}» раньше даты заседания (${held}). Проверьте год и число.`
      return [warn('due-mismatch', text, where, due.range)]
    }
    if (due.to > addMonths(date, FAR_MONTHS)) {
      const text = `${place} срок «${dueText(due)}» больше чем на пять лет позже заседания (${held}). Проверьте год.`
      return [warn('due-mismatch', text, where, due.range)]
    }
    return []
  })
}
