import { type Case, type Gender, type Noun, nounsOf, plainForm } from './declension'

/**
 * A checker of agreement of numbers with nouns in Russian text: «1 заседания», «2 заседание», «21 школ» are slips. Written apart from
 * the product's own rules. What case is asked for is told by the word before the number; where it is not known, a number stands as
 * subject or object.
 */

export interface Slip {
  found: string
  why: string
}

const governing: Record<string, readonly Case[]> = {
  в: ['acc', 'prep'],
  во: ['acc', 'prep'],
  на: ['acc', 'prep'],
  о: ['prep'],
  об: ['prep'],
  при: ['prep'],
  по: ['dat', 'acc', 'nom', 'prep'],
  // «Категория присвоена 2 человекам».
  ...Object.fromEntries(
    ['присвоена', 'присвоен', 'присвоено', 'присвоены', 'вручена', 'вручены'].map((word) => [word, ['dat', 'nom']]),
  ),
  к: ['dat'],
  с: ['ins', 'gen'],
  со: ['ins', 'gen'],
  за: ['acc', 'ins'],
  между: ['ins'],
  перед: ['ins'],
  через: ['acc'],
  ...Object.fromEntries(
    [
      ...[
        'из',
        'от',
        'до',
        'для',
        'у',
        'без',
        'около',
        'после',
        'кроме',
        'свыше',
        'более',
        'менее',
        'больше',
        'меньше',
      ],
      ...[
        'учебников',
        'хватает',
        'хватит',
        'недостаёт',
        'действия',
        'взамен',
        'исполнение',
        'реже',
        'чаще',
        'старше',
        'моложе',
        'младше',
        'дольше',
        'раньше',
        'позже',
        'порядка',
        'среди',
        'против',
        'числа',
        'итогам',
        'результатам',
      ],
      // Nouns that ask for a genitive: «представители 21 школы».
      ...[
        'представители',
        'библиотекари',
        'работники',
        'директора',
        'библиотеки',
        'библиотек',
        'библиотеках',
        'учебники',
      ],
      ...['обучающиеся', 'решения', 'решений', 'фонды', 'силами', 'участием', 'сайты', 'сайтов', 'педагоги'],
    ].map((word) => [word, ['gen']]),
  ),
}

/** What stands before a number that names and does not count: «№ 7», «таблица 2», «п. 3». */
const naming =
  /(?:№|табл(?:ица|ице|ицы|ицу)?\.?|рис(?:унок|унке|унка)?\.?|п\.|пункта?|раздела?|приложени[еяию]|школ[аы]|[a-zа-яё]-|[.,:–—-]|\d)$/iu

const number = /(?<![\d,.№])(\d{1,3}(?:[\u00A0\u202F ]\d{3})+|\d+)(,\d+)?(?![\d.,])/gu
const adjective = /^(?:[а-яё-]+(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ых|их|ого|его|ому|ему|ую|юю|ым|им|ей|ом|ем|ыми|ими))$/iu

/** Slips of agreement, in their order. */
export function numberSlips(text: string): Slip[] {
  const plain = text.replace(/[\u00A0]/gu, ' ')
  const slips: Slip[] = []
  for (const match of plain.matchAll(number)) {
    const [whole, digits = '', fraction] = match
    const before = plain.slice(0, match.index).trimEnd()
    const n = Number(digits.replace(/\D/gu, ''))
    if (naming.test(before)) continue
    const after = /^ ((?:[а-яё]+(?:-[а-яё]+)* ?){1,4})/iu.exec(plain.slice(match.index + whole.length))
    if (after === null) continue
    const following = (after[1] ?? '').trim().split(' ')
    if (isYear(n, fraction, following)) continue
    slips.push(...slipsOf({ n, whole, fraction: fraction !== undefined, before }, following))
  }
  return slips
}

/** «2025 год», «2025–2026 учебном году»: ordinals, not counts. */
function isYear(n: number, fraction: string | undefined, following: readonly string[]): boolean {
  return (
    fraction === undefined &&
    n >= 1900 &&
    n <= 2100 &&
    following.some((word) => /^(?:год|учебн|календарн)/iu.test(word))
  )
}

/** «2 место»: which one, not how many. */
const isRank = (n: number, word: string): boolean => n <= 10 && /^мест[оа]$/iu.test(word)

interface Counted {
  n: number
  whole: string
  fraction: boolean
  before: string
}

function slipsOf(counted: Counted, following: readonly string[]): Slip[] {
  const at = following.findIndex((word) => nounsOf(word).length > 0)
  const word = following[at]
  if (word === undefined || isRank(counted.n, word)) return []
  const between = following.slice(0, at)
  if (!between.every((one) => adjective.test(one))) return []
  const said = `${lastWord(counted.before)} ${counted.whole} ${[...between, word].join(' ')}`.trim()
  const nouns = nounsOf(word)
  const right = nouns.filter((noun) => formsOf(counted, noun).has(plainForm(word)))
  if (right.length === 0) {
    const wanted = nouns.flatMap((noun) => [...formsOf(counted, noun)])
    return [{ found: said, why: `«${word}» after ${counted.whole}: expected ${[...new Set(wanted)].join(' or ')}` }]
  }
  const adjectives = between.filter((one) => !agrees(counted, one, right))
  if (adjectives.length > 0)
    return [{ found: said, why: `«${adjectives.join(' ')}» does not agree with ${counted.whole}` }]
  return verbSlip(counted, right, said)
}

function lastWord(before: string): string {
  return /([а-яё]+):?$/iu.exec(before)?.[1]?.toLowerCase() ?? ''
}

const casesAsked = (counted: Counted): readonly Case[] =>
  /[а-яё]$/iu.test(counted.before) ? (governing[lastWord(counted.before)] ?? ['nom', 'acc']) : ['nom', 'acc']

type Group = 'one' | 'few' | 'many' | 'fraction'
export function groupOf(n: number, fraction = false): Group {
  if (fraction) return 'fraction'
  if (n % 100 >= 11 && n % 100 <= 14) return 'many'
  if (n % 10 === 1) return 'one'
  return n % 10 >= 2 && n % 10 <= 4 ? 'few' : 'many'
}

/** Forms the noun may have after the number. */
function formsOf(counted: Counted, noun: Noun): Set<string> {
  const group = groupOf(counted.n, counted.fraction)
  const afterFive = noun.counted ?? noun.many.gen
  const adjectival = noun.one.nom.endsWith('ся')
  const forms = casesAsked(counted).flatMap((asked): string[] => {
    if (group === 'one') return [noun.one[asked]]
    if (group === 'fraction') return [noun.one.gen]
    const straight = asked === 'nom' || asked === 'acc'
    if (!straight) return [asked === 'gen' ? afterFive : noun.many[asked]]
    if (group === 'many') return [afterFive]
    const alive =
      asked === 'acc' && noun.animate && casesAsked(counted).length < 3 && !casesAsked(counted).includes('nom')
    return [adjectival ? noun.many.gen : noun.one.gen, ...(alive ? [noun.many.gen] : [])]
  })
  return new Set(forms.map(plainForm))
}

/** «1 очное заседание», «2 очных заседания», «3 новые школы», «5 очных заседаний». */
function agrees(counted: Counted, word: string, nouns: readonly Noun[]): boolean {
  const group = groupOf(counted.n, counted.fraction)
  const straight = casesAsked(counted).some((asked) => asked === 'nom')
  if (!straight)
    return group === 'one' ? !/(?:ых|их|ые|ие|ыми|ими)$/iu.test(word) : /(?:ых|их|ым|им|ыми|ими|ые|ие)$/iu.test(word)
  if (group === 'one') return nouns.some((noun) => nominative[noun.gender].test(word))
  if (group === 'few')
    return /(?:ых|их)$/iu.test(word) || (nouns.some(({ gender }) => gender === 'f') && /(?:ые|ие)$/iu.test(word))
  return /(?:ых|их)$/iu.test(word) || group === 'fraction'
}

const nominative: Record<Gender, RegExp> = { m: /(?:ый|ий|ой)$/iu, f: /(?:ая|яя)$/iu, n: /(?:ое|ее)$/iu }
const neuterVerb = /(?:ено|ано|яно|ято|ыто|ошло|ало|яло|ило|ело|лось)$/iu

/** «Проведено 1 встреча»: with one, a verb stands in its gender. */
function verbSlip(counted: Counted, nouns: readonly Noun[], found: string): Slip[] {
  const verb = /([а-яё]+)$/iu.exec(counted.before)?.[1] ?? ''
  if (groupOf(counted.n, counted.fraction) !== 'one' || !neuterVerb.test(verb) || verb in governing) return []
  if (nouns.some((noun) => noun.gender === 'n')) return []
  return [{ found, why: `«${verb}» with ${counted.whole} ${nouns[0]?.gender === 'f' ? 'feminine' : 'masculine'}` }]
}
