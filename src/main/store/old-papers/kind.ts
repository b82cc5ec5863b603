import type { Original, PaperKind } from '@shared/contract/old-papers'

/** A paper is of a kind from so many points on. */
const enough = 3
/** Where a paper says what it is. */
const headLines = 25

/** What a paper looks like: what it calls itself at its head, and what stands in it. Null: like neither. */
export function kindOf(original: Original): PaperKind | null {
  const protocol = likeProtocol(original)
  const roadmap = likeRoadmap(original)
  if (Math.max(protocol, roadmap) < enough) return null
  return protocol >= roadmap ? 'protocol' : 'roadmap'
}

const letters = (word: string): string => [...word].join('\\s?')
const atStart = (words: readonly string[]): RegExp =>
  new RegExp(`^\\s*(?:${words.map(letters).join('|')})(?!\\p{L})`, 'iu')

const MINUTES_HEAD = atStart(['протокол', 'резолюция', 'решение', 'рекомендации'])
const EXTRACT = /^\s*выписка\s+из\s+протокола/iu
const APPROVED = /утвержд|рассмотрен|согласован|принят[оаы]?(?!\p{L})/iu
/** Words of minutes and what each says; a plan has one or another of them, not many. */
const MINUTES: readonly (readonly [RegExp, number])[] = [
  [/(?<!\p{L})повестк/iu, 2],
  [/(?<!\p{L})(?:слушали|заслушали)(?!\p{L})/iu, 2],
  [/(?<!\p{L})выступил[аи]?(?!\p{L})/iu, 1],
  [/(?<!\p{L})(?:про)?голосовал[аи]?(?!\p{L})/iu, 2],
  [/(?<!\p{L})(?:присутствовал[аи]?|присутствующие|участвовали)(?!\p{L})/iu, 2],
  [
    /(?<!\p{L})(?:решил[аио]|р\s?е\s?ш\s?и\s?л\s?[аио]|постановил[аио]|принято\s+решение|решено|договорились)(?!\p{L})/iu,
    2,
  ],
]

function likeProtocol({ lines }: Original): number {
  const head = lines.slice(0, headLines)
  const called = head.some(
    ({ text }, at) =>
      EXTRACT.test(text) ||
      // «УТВЕРЖДЕНО / протокол № 1 от …» is a plan's stamp.
      (MINUTES_HEAD.test(text) && !lines.slice(Math.max(0, at - 3), at + 1).some((line) => APPROVED.test(line.text))),
  )
  const found = MINUTES.filter(([word]) => lines.some(({ text }) => word.test(text)))
  return (called ? 4 : 0) + found.reduce((sum, [, points]) => sum + points, 0)
}

const PLAN_HEAD = atStart(['план', 'план-график', 'циклограмма', 'график', 'комплекс мер', 'перечень мероприятий'])
const PLAN =
  /дорожн\S*\s+карт|план\S*\s+(?:\S+\s+){0,3}(?:работы|мероприятий|проведения|заседаний)|план-график|циклограмм/iu
const TASK = /(?<!\p{L})(?:мероприяти|содержание|вид\S*\s+деятельности|форма\s+проведения|что\s+делаем|направлени)/iu
const TIME = /(?<!\p{L})(?:срок|дата|период|месяц|время)/iu

function likeRoadmap({ lines, tables }: Original): number {
  const head = lines.slice(0, headLines)
  const called = head.some(({ text }) => PLAN_HEAD.test(text)) ? 4 : head.some(({ text }) => PLAN.test(text)) ? 3 : 0
  const tabled = tables.some(({ cells }) => {
    const heads = cells.filter(({ row }) => row < 2).map(({ from, to }) => textOf(lines.slice(from, to)))
    return heads.some((text) => TASK.test(text)) && heads.some((text) => TIME.test(text))
  })
  return called + (tabled ? 4 : 0)
}

const textOf = (lines: Original['lines']): string => lines.map(({ text }) => text).join(' ')
