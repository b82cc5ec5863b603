import { longest, map, type Parser, rx } from './combinators'
import type { Recurrence } from './due'
import { END } from './units'
import { ORDINAL, WEEKDAY } from './year-parts'

/** The grammar of what is repeated: «ежеквартально», «не реже 1 раза в месяц», «по мере обновления данных». */

export interface Repeated {
  /** null: repeated, but at a pace the documented set of recurrences has no name for («еженедельно»). */
  recurrence: Recurrence | null
  /** `adverb`: also in running text; `bare`: only where a срок is expected. */
  strength: 'adverb' | 'bare'
}

const word = (
  pattern: string,
  recurrence: Recurrence | null,
  strength: Repeated['strength'] = 'adverb',
): Parser<Repeated> => map(rx(`(?:${pattern})${END}`), () => ({ recurrence, strength }))

/** «постоянно действующий», «ежегодно проводимый» name a thing, they do not say when. */
const NOT_PARTICIPLE =
  '(?! +\\p{L}*(?:ющ|ящ|ущ|ащ|ем|им|ом|нн)(?:ий|ый|ая|ое|ее|ие|ые|его|ого|ей|ой|их|ых|ему|ому|ую|юю|им|ым|ими|ыми)(?!\\p{L}))'

const DAY_NAMES = '(?:понедельникам|вторникам|средам|четвергам|пятницам|субботам|воскресеньям)'
/** «по пятницам», «по вторникам и четвергам». */
const ON_DAYS = `по +${DAY_NAMES}(?: *(?:,|и) *${DAY_NAMES})*`

/** «ежемесячно, каждый третий вторник», «1 раз в неделю по пятницам». */
const EACH_DAY = `(?: *,? *(?:${ON_DAYS}|кажд\\p{L}{2} +(?:${ORDINAL} +)?${WEEKDAY}))?`

const words: Parser<Repeated>[] = [
  word(`постоянно${NOT_PARTICIPLE}|на +постоянной +основе`, 'permanent'),
  word('систематически|регулярно|непрерывно|бессрочно|на +регулярной +основе', 'permanent', 'bare'),
  word(
    `ежегодно${NOT_PARTICIPLE}|кажд(?:ый|ого) +(?:учебн\\p{L}+ +|календарн\\p{L}+ +)?год(?:а)?|из +года +в +год`,
    'yearly',
  ),
  word(
    'кажд(?:ое|ого) +полугодие|кажд(?:ые|ое) +полгода|(?:раз +в +|1 +раз +в +|один +раз +в +)?полугодие +раз',
    'half-yearly',
  ),
  word(`ежеквартально${NOT_PARTICIPLE}|кажд(?:ый|ого) +квартала?|кажд(?:ую|ой) +четверть?и?`, 'quarterly'),
  word(`ежемесячно${NOT_PARTICIPLE}${EACH_DAY}|кажд(?:ый|ого) +месяца?`, 'monthly'),
  word(`ежедневно${NOT_PARTICIPLE}|кажд(?:ый|ого) +(?:рабоч\\p{L}+ +|учебн\\p{L}+ +)?(?:день|дня)`, 'daily'),
  word(
    `еженедельно${NOT_PARTICIPLE}(?: *,? *${ON_DAYS})?|каждую +неделю|каждый +(?:понедельник|вторник|четверг)|каждую +(?:среду|пятницу|субботу)`,
    null,
  ),
  word(ON_DAYS, null, 'bare'),
  word(
    `(?:кажд\\p{L}+ +)?${ORDINAL} +(?:${WEEKDAY}|(?:рабочий +|учебный +)?день|неделя|декада|четверг\\p{L}*) +(?:каждого +)?месяца`,
    'monthly',
    'bare',
  ),
  word('(?:при|по|в +случае) +(?:необходимости|требовани[юя]|запросу|факту)', 'on-change', 'bare'),
  word(
    '(?:при|в +случае) +(?:изменени|обновлени|поступлени)\\p{L}*(?: +\\p{L}+(?:ых|их|ов|ии|ий|а|я|и|ы)){0,3}',
    'on-change',
    'bare',
  ),
]

/**
 * «по мере поступления учебников в школы»: the noun and the genitives and prepositions after it; a verb ends it, so
 * «По мере поступления учебников передавать их» stops before «передавать».
 */
const GENITIVE = '\\p{L}+(?:ов|ев|ей|ий|ых|их|ого|его|ой|ости|а|я|ы|и|у|ю)'
const asItComes = word(`по +мере +${GENITIVE}(?: +(?:(?:в|на|из|от|о) +)?${GENITIVE}(?!\\p{L})){0,4}`, 'on-change')

const COUNTS: readonly (readonly [RegExp, number])[] = [
  [/^од|^$/u, 1],
  [/^дв/u, 2],
  [/^тр/u, 3],
  [/^четыр/u, 4],
]

function count(text: string): number {
  return /^\d/u.test(text) ? Number(text) : (COUNTS.find(([pattern]) => pattern.test(text))?.[1] ?? 1)
}

/** «1 раз в квартал», «2 раза в год», «не реже одного раза в полугодие», «дважды в год», «раз в 3 месяца». */
const times: Parser<Repeated> = map(
  rx(
    '(?:(?:не +реже(?: +чем)?|не +менее(?: +чем)?|минимум|как +минимум) +)?' +
      '(?:(?:\\d{1,2} *- *)?(\\d{1,2}|од\\p{L}+|дв\\p{L}+|тр\\p{L}+|четыр\\p{L}+)(?:-го|-х)? +)?(?:раз(?:а|у)?|жды) *(?:в|за) +' +
      '(?:(\\d{1,2}|дв[ае]|три|четыре|пять|шесть) +)?(?:учебн\\p{L}+ +|календарн\\p{L}+ +)?' +
      `(год(?:а)?|лет|полугоди[ея]|полгода|квартала?|четверть|триместр|месяц(?:а|ев)?|недел[юяи]|день|сутки)${END}${EACH_DAY}`,
  ),
  ([, n = '', every = '', unit = '']) => ({
    recurrence: paceOf(count(n), every === '' ? 1 : count(every), unit),
    strength: 'adverb',
  }),
)

const twice: Parser<Repeated> = map(
  rx(`(дважды|трижды) +в +(год|полугодие|квартал|месяц|неделю|день)${END}`),
  ([, n = '', unit = '']) => ({
    recurrence: paceOf(n === 'дважды' ? 2 : 3, 1, unit),
    strength: 'adverb',
  }),
)

/** `n` times in every `every` units, by months; a pace between two names takes the rarer («3 раза в год» → half-yearly). */
function paceOf(n: number, every: number, unit: string): Recurrence | null {
  if (/^(?:день|сутки)/u.test(unit)) return every === 1 ? 'daily' : null
  if (unit.startsWith('недел')) return null
  const months = /^(?:год|лет)/u.test(unit) ? 12 : /^пол/u.test(unit) ? 6 : /^месяц/u.test(unit) ? 1 : 3
  const pace = (months * every) / n
  if (pace > 12) return null
  return pace > 6 ? 'yearly' : pace > 3 ? 'half-yearly' : pace > 1 ? 'quarterly' : 'monthly'
}

/** «в период проведения Месячника», «в течение всего срока действия»: as long as the thing itself lasts. */
const whileItLasts = word(
  `(?:в +период +(?:проведени|прохождени|подготовк|реализаци)\\p{L}+|в +течени[еи] +всего +срока +\\p{L}+(?:ия|ции|ки))(?: +${GENITIVE}(?!\\p{L})){0,3}`,
  null,
)

export const recurrences: Parser<Repeated> = longest(...words, asItComes, whileItLasts, times, twice)
