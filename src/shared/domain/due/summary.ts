import { formatDate } from '../dates'
import { normKey } from '../text/norm'
import type { Due, Recurrence } from './due'

const WORDS: Record<Recurrence, string> = {
  permanent: 'постоянно',
  yearly: 'ежегодно',
  'half-yearly': '2 раза в год',
  quarterly: 'ежеквартально',
  monthly: 'ежемесячно',
  daily: 'ежедневно',
  'on-change': 'по мере обновления данных',
}

type DueWords = Pick<Due, 'text' | 'from' | 'to' | 'recurrence'>

/** One due in words: as typed; made of its dates where it has no words of its own. */
export function dueText({ text, from, to, recurrence }: DueWords): string {
  if (text.trim() !== '') return text.replace(/\s+/gu, ' ').trim()
  const dates =
    from !== null && to !== null && from !== to
      ? `${formatDate(from, 'digits')} – ${formatDate(to, 'digits')}`
      : to !== null
        ? `${from === null ? 'до ' : ''}${formatDate(to, 'digits')}`
        : from !== null
          ? `с ${formatDate(from, 'digits')}`
          : ''
  return [recurrence === null ? '' : WORDS[recurrence], dates].filter((part) => part !== '').join(' ')
}

/** All dues of a decision for a cell or a paper: «февраль, апрель, октябрь 2024 года»; '' when there are none. */
export function dueSummary(dues: readonly DueWords[]): string {
  const seen = new Set<string>()
  const texts = dues.map(dueText).filter((text) => {
    const key = normKey(text)
    if (key === '' || seen.has(key)) return false
    seen.add(key)
    return true
  })
  return texts.join(', ')
}
