import { daysBetween, formatDate, isRealDate, todayIso } from '@shared/domain/dates'
import { formatNumber } from '@shared/domain/text/plural'

/** Moments and sizes as people read them: 08.09.2023 12:04, 1,5 МБ. Figures and counts are in domain/text/plural. */

/** ISO day → «08.09.2023»; anything else as it is. */
export function formatDay(iso: string | null): string {
  if (iso === null || iso === '') return ''
  return isRealDate(iso) ? formatDate(iso, 'digits') : iso
}

/** A moment as the store writes it (local ISO, or UTC with Z) → «08.09.2023 12:04». */
export function formatMoment(moment: string): string {
  const at = new Date(moment)
  if (Number.isNaN(at.getTime())) return moment
  return `${String(at.getDate()).padStart(2, '0')}.${String(at.getMonth() + 1).padStart(2, '0')}.${at.getFullYear()} ${formatClock(at)}`
}

/** The same as people say it of late: «сегодня 12:04», «вчера 09:30», else «08.09.2023 14:30». */
export function formatRecent(moment: string, now: Date = new Date()): string {
  const at = new Date(moment)
  if (Number.isNaN(at.getTime())) return moment
  const days = daysBetween(todayIso(at), todayIso(now))
  if (days === 0) return `сегодня ${formatClock(at)}`
  return days === 1 ? `вчера ${formatClock(at)}` : formatMoment(moment)
}

/** «12:04». */
export function formatClock(at: Date): string {
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`
}

/** 1536 → «1,5 КБ». */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} Б`
  if (bytes < 1024 * 1024) return `${formatNumber(Math.round((bytes / 1024) * 10) / 10)} КБ`
  return `${formatNumber(Math.round((bytes / 1024 / 1024) * 10) / 10)} МБ`
}
