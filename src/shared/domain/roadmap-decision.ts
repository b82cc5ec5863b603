import type { Due } from './due/due'
import { beginsWithCommonNoun, inDative } from './text/dative'

/** A decision made of an item of a road map: «Руководителям ИБЦ обеспечить подготовку выступлений (май 2026 года).» */

export interface DecisionWords {
  text: string
  /** As the text names them. */
  addressees: string[]
  /** Where each due stands in the text. */
  dues: { text: string; range: [number, number]; from: Due['from']; to: Due['to']; recurrence: Due['recurrence'] }[]
}

export interface ToDo {
  /** Words of what is to be done; lines as in the paper. */
  title: string
  executors: readonly string[]
  /** With the words they are to be said in. */
  dues: readonly Pick<Due, 'text' | 'from' | 'to' | 'recurrence'>[]
  /** Sub-events told in the same decision, each with its own dues. */
  parts: readonly { title: string; dues: ToDo['dues'] }[]
}

/** The due stands in brackets before the last full stop, where papers print it bold. */
export function decisionWords({ title, executors, dues, parts }: ToDo): DecisionWords {
  const addressees = executors.map((one) => addressee(one))
  const who = addressees.join(', ')
  const action = actionOf(title)
  const sentence = who === '' ? capital(action.words) : `${capital(who)}${action.joins ? ' ' : ': '}${action.words}`
  const writer = new Writer()
  writer.add(parts.length > 0 ? sentence.replace(/[:.;,\s]*$/u, ':') : unstopped(sentence))
  writer.dues(dues)
  for (const [index, part] of parts.entries()) {
    writer.add(`\n— ${unstopped(part.title)}`)
    writer.dues(part.dues)
    writer.add(index === parts.length - 1 ? '.' : ';')
  }
  if (parts.length === 0) writer.add('.')
  return { text: writer.text, addressees, dues: writer.found }
}

class Writer {
  text = ''
  readonly found: DecisionWords['dues'] = []

  add(text: string): void {
    this.text += text
  }

  dues(dues: ToDo['dues']): void {
    const said = dues.filter((due) => due.text !== '')
    if (said.length === 0) return
    this.text += this.text.endsWith(':') ? ' (' : ' ('
    for (const [index, due] of said.entries()) {
      if (index > 0) this.text += ', '
      const start = this.text.length
      this.text += due.text
      this.found.push({ ...due, range: [start, this.text.length] })
    }
    this.text += ')'
  }
}

/** An address inside a sentence: common nouns small, names as they are. */
function addressee(text: string): string {
  const turned = inDative(text)
  return beginsWithCommonNoun(text) ? turned.charAt(0).toLowerCase() + turned.slice(1) : turned
}

const unstopped = (text: string): string => text.replace(/[\s.;,:]+$/u, '')
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const small = (text: string): string =>
  /^\p{Lu}(?:\p{Ll}|\s)/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text

const INFINITIVE = /^\p{Lu}?\p{Ll}+(?:ть|ти|чь)(?:ся)?$/u
/** Nouns of doing, with the ending that «обеспечить» asks for. */
const DOING: readonly (readonly [RegExp, string])[] = [
  [/^(\p{L}+(?:ани|ени|ти|яти)е)$/u, '$1'],
  [/^(\p{L}+(?:ов|т|д|ш|п|н|б|ер)к)а$/u, '$1у'],
  [/^(\p{L}+(?:ац|из|енц|екц|ект|ифик)и)я$/u, '$1ю'],
  [/^(экспертиз)а$/iu, '$1у'],
  [/^(мониторинг|анализ|контроль|обмен|выпуск|сбор|учёт|учет|отбор|показ|ремонт|приём|прием|выезд)$/iu, '$1'],
]

/** What is held, with what «провести» asks for; names of their own keep the capital. */
const HELD: Readonly<Record<string, string>> = {
  акция: 'акцию',
  акции: 'акции',
  вебинар: 'вебинар',
  вебинары: 'вебинары',
  викторина: 'викторину',
  выставка: 'выставку',
  декада: 'декаду',
  день: 'день',
  занятие: 'занятие',
  занятия: 'занятия',
  заседание: 'заседание',
  заседания: 'заседания',
  конкурс: 'конкурс',
  конкурсы: 'конкурсы',
  консультации: 'консультации',
  конференция: 'конференцию',
  'мастер-класс': 'мастер-класс',
  'мастер-классы': 'мастер-классы',
  мероприятие: 'мероприятие',
  мероприятия: 'мероприятия',
  месячник: 'месячник',
  неделя: 'неделю',
  семинар: 'семинар',
  семинары: 'семинары',
  собрание: 'собрание',
  совещание: 'совещание',
  совещания: 'совещания',
  фестиваль: 'фестиваль',
}
const OWN_NAME = /^(?:Неделя|Месячник|День|Декада)$/u
/** Nouns that look like doing and are not. */
const THINGS = /^(?:издани|здани|задани|положени|событи|отделени|учреждени|пособи)/iu

/** What is done, in words that follow an addressee; `joins` false: they stand behind a colon. */
function actionOf(title: string): { words: string; joins: boolean } {
  const text = title.trim()
  const [first = ''] = text.split(/[\s,:;.]/u)
  if (INFINITIVE.test(first) && !/(?:ость|асть)$/u.test(first)) return { words: small(text), joins: true }
  const rest = text.slice(first.length)
  const held = HELD[first.toLowerCase()]
  if (held !== undefined)
    return { words: `провести ${OWN_NAME.test(first) ? capital(held) : held}${rest}`, joins: true }
  const noun = accusative(first)
  if (noun === null) return { words: text, joins: false }
  const second = rest.replace(/^(\s+и\s+)(\p{L}+)/u, (_, and: string, other: string) => {
    return `${and}${accusative(other) ?? other}`
  })
  return { words: `обеспечить ${small(noun)}${second}`, joins: true }
}

function accusative(word: string): string | null {
  if (THINGS.test(word)) return null
  for (const [ending, turned] of DOING) if (ending.test(word)) return word.replace(ending, turned)
  return null
}
