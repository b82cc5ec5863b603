import { findNames, nameAt, onlyPeople } from './people'
import { cut, type Piece, splitBy, strip } from './piece'

/** Who is to do it: «Руководителям ИБЦ, МИБЦ …», «Отв.: Иванова А.А., школьные библиотекари», «возложить на …». */

/** Stems of those to whom things are given to do. */
const ROLE =
  '(?:педагог|библиотекар|руководител|директор|заведующ|зав\\.|заместител|зам\\.|методист|учител|секретар|председател|специалист|член|участник|' +
  'ответственн|организатор|координатор|модератор|куратор|наставник|психолог|лаборант|юрист|бухгалтер|инженер|оператор|начальник|инспектор|' +
  'глав(?:а|е|ы|ам|ный|ному)|классн|воспитател|вожат|сотрудник|работник|коллег|школ|лице|гимнази|библиотек(?!арь)|центр|отдел|управлени|комитет|комисси|групп|' +
  'совет|актив|администраци|руководств|редакци|объединени|методкабинет|кабинет|учредител|организаци|учреждени|участн|представител|слушател|тьютор|эксперт|' +
  'победител|призер|призёр|обучающ|учащ|родител|выпускник|студент|читател|докладчик|выступающ|присутствующ|админист|модератор|программист|консультант|корреспондент|соисполнител|исполнител|юнармейц|волонтер|волонтёр|оргкомитет|жюри|РМО|ГМО|ШМО|МИБЦ|РРИБЦ|ИМЦ|ЦРО|РМК|ММЦ|ЦСО)'

const LEADING_WORDS = '(?:всем|каждому|каждой|обоим|все|каждый|каждая|всех|и|а также)'
const ADJECTIVE = '\\p{L}+(?:ым|им|ому|ему|ой|ей|ые|ие|ый|ий|ая|яя|ых|их|-)'
const DATIVE_ROLE = new RegExp(
  `^(?:${LEADING_WORDS}\\s+)?(?:(?:вновь|впервые|не)\\s+)?(?:${ADJECTIVE}\\s+){0,4}?(?:${ROLE}\\p{L}*?(?:ам|ям|у|ю|е|и|ому|ему|ым|им|ой|ей|имся|ымся|емуся)|зав\\.|зам\\.|ИБЦ|МИБЦ|РМО|ГМО|ИМЦ|ЦРО|РМК|ММЦ|ЦСО)(?:-[\\p{L}]+)?(?!\\p{L})`,
  'iu',
)
const PLURAL_DATIVE =
  /^(?:(?:всем|также)\s+)?(?:\p{L}+(?:ым|им)\s+){0,3}\p{Lu}?\p{L}{2,}(?:ам|ям)(?:-\p{L}+)?(?!\p{L})/iu
/** «Аттестующимся во II полугодии», «Нуждающиеся в обучении (по списку):». */
const PARTICIPLE_DATIVE = /^(?:не\s+)?\p{L}{3,}(?:[уюая]щ|вш|нн)(?:им|ым)(?:ся)?(?!\p{L})/iu
const PARTICIPLE_NOMINATIVE = /^(?:не\s+)?\p{L}{3,}(?:[уюая]щие|вшие)(?:ся)?(?!\p{L})/iu
const ORGANISATION = /^(?:М[БАК]?О?У|МБОУ|МКОУ|МАОУ|МОУ|ГБОУ|ГКОУ|МБУ|МКУ|МАУ|КГ[АБК]О?У)(?:\s+(?:ДО|ДПО|ДОД))?\s+\S/u
/** «РИМЦ (Чистякова В.А.) организовать …»: capitals with their person. */
const OFFICE = /^\p{Lu}{2,8}(?=\s\(\p{Lu}\p{Ll}+\s\p{Lu}\.)/u
/** «Троицкой СОШ», «лицею № 5», «МБОУ СОШ № 6». */
const SCHOOL =
  /^(?:(?:М[БАК]?О?У|МБОУ|МКОУ|МАОУ|МОУ|ГБОУ|ГКОУ)\s+)?(?:(?:\p{Lu}[\p{L}-]+(?:ой|ей|ому)|[«"][^»"]{2,60}[»"])\s+)?(?:СОШ|ООШ|НОШ|СШ|ОШ|ВСОШ|школе(?:-\p{L}+)?|лицею|гимназии|интернату|центру\s+образования)(?!\p{L})(?:\s*[«"][^»"]{2,60}[»"])?(?:\s*№\s?\d+(?:\s+(?:г|с|п|пос|д)\.\s?\p{Lu}[\p{L}-]+)?)?/iu
const NAMED_SCHOOL =
  /^(?:(?:М[БАК]?О?У|МБОУ|МКОУ|МАОУ|МОУ|ГБОУ|ГКОУ)\s+)?\p{Lu}[\p{L}-]+ая\s+(?:СОШ|ООШ|НОШ|СШ|ОШ|школа)(?!\p{L})/u
const NOMINATIVE_ROLE = new RegExp(
  `^(?:(?:${LEADING_WORDS}|\\p{L}+(?:ые|ие|ый|ий|ая|яя|ой|ых|их))\\s+){0,4}(?:${ROLE})`,
  'iu',
)

/** Nouns that end as infinitives do. */
const NOT_VERBS =
  /^(?:\p{L}*ость|(?!(?:у|про|предпо|за|с|пере|вы)честь$)\p{L}*есть|сеть|сети|части|часть|области|область|очередь|очереди|печать|печати|память|памяти|запись|записи|путь|пути|суть|мать|дети|тетрадь|смерть|жизнь|связь|кровать|площадь|\p{L}*ности|\p{L}*ости|почти|доступности|новости|помощь|вещь|ночь|речь|дочь|тысячи|задачи|передачи|встречи|сдачи|выдачи|раздачи|удачи|статьи|треть|четверть|четверти|мощь|ключ\p{L}*|учет|шести|пяти|девяти|\p{L}*(?:десяти|дцати)|шесть|пять|девять|десять|двадцать|тридцать|лишь|рукописи)$/iu
const INFINITIVE =
  /(?<![\p{L}-])(?:не\s+)?\p{L}{2,}(?:ать|ять|еть|ить|оть|уть|ыть|сть|зть|ти|чь|аться|яться|еться|иться|уться|тись|чься)(?![\p{L}-])/giu

/** Verbs one is the object of, not the doer: «Столбову Н.А. рекомендовать». */
const OF_OBJECT =
  /^(?:признать|избрать|переизбрать|назначить|наградить|рекомендовать|поощрить|поздравить|утвердить|считать|включить|ввести|делегировать|премировать|отметить|поблагодарить|заслушать|направить на|командировать|исключить|вывести|освободить)/iu

/** Where the first infinitive outside brackets and quotes stands; −1: none. */
export function infinitiveAt(text: string, from = 0): number {
  const hidden = masked(text)
  for (const match of hidden.slice(from).matchAll(INFINITIVE)) {
    const word = match[0].replace(/^не\s+/iu, '')
    if (!NOT_VERBS.test(word)) return from + match.index
  }
  return -1
}

/** The text with what is in brackets and quotes blanked, length kept. */
export function masked(text: string): string {
  let out = ''
  let round = 0
  let quote = 0
  for (const char of text) {
    if (char === '(') round += 1
    if (char === '«') quote += 1
    const inside = round > 0 || quote > 0
    out += inside ? (char.length === 1 ? '_' : '__') : char
    if (char === ')') round = Math.max(0, round - 1)
    if (char === '»') quote = Math.max(0, quote - 1)
  }
  return out
}

/** Addressees of a decision in the order of its words. */
export function addresseesOf(piece: Piece, isDue: (text: string) => boolean): Piece[] {
  const head = cut(piece, 0, 4000)
  const found: Piece[] = []
  const add = (pieces: readonly Piece[]): void => {
    for (const one of pieces) {
      if (one.text !== '' && !found.some((other) => (other.at[0] ?? -1) === (one.at[0] ?? -1))) found.push(one)
    }
  }
  for (const start of clauseStarts(head.text)) {
    const phrase = leading(strip(cut(head, start)))
    if (phrase) add(split(phrase))
  }
  add(charged(head))
  add(labelled(head, isDue))
  add(dashed(head, isDue))
  add(bracketed(head, isDue))
  if (found.length === 0) add(after(head))
  return found.sort((a, b) => (a.at[0] ?? 0) - (b.at[0] ?? 0))
}

/** Beginnings of sentences, and of clauses after «;» or a comma. */
function clauseStarts(text: string): number[] {
  const hidden = masked(text)
  const starts = [0]
  for (const match of hidden.matchAll(
    /(?:(?<!(?:^|[^\p{L}])(?:\p{L}|гг?|ст|им|пос|см|зав|зам|отв|кл|др|пр|экз|руб|Зав|Зам|Отв))[.!?;]\s+|\n)(?=\p{L})|,\s+(?=\p{Ll})/gu,
  )) {
    const at = match.index + match[0].length
    // After a comma only a role in the dative with its own verb close by.
    if (match[0].startsWith(',') && !(DATIVE_ROLE.test(text.slice(at)) && isDativePlural(text.slice(at)))) continue
    starts.push(at)
  }
  return starts
}

const isDativePlural = (text: string): boolean =>
  /^(?:\p{L}+\s+){0,2}?\p{L}+(?:ам|ям|ому|ему|телю|арю|тору|исту)(?!\p{L})/iu.test(text)

/** The words in the dative before the verb, or before a colon; null when the clause begins otherwise. */
function leading(piece: Piece): Piece | null {
  const { text } = piece
  const verb = infinitiveAt(text)
  const colon = masked(text.slice(0, 220)).indexOf(':')
  // «Каменская СОШ, Троицкая СОШ: посетить школы»: whoever stands before a colon and a verb.
  if (colon > 0 && verb > colon && verb - colon < 40) {
    const named = strip(cut(piece, 0, colon))
    const somebody =
      NOMINATIVE_ROLE.test(named.text) ||
      PARTICIPLE_NOMINATIVE.test(named.text) ||
      nameAt(named.text) !== null ||
      /(?:СОШ|ООШ|НОШ|СШ)(?!\p{L})/u.test(named.text)
    if (somebody) return named
  }
  const name = nameAt(text)
  if (name) {
    if (verb < 0 || verb > 220 || !isDativeName(text.slice(0, name.to))) return null
    // «Столбову Н.А. рекомендовать» is about her; «Самарцевой Е.В. назначить» charges her.
    if (OF_OBJECT.test(text.slice(verb)) && !/ой(?=\s|\.|$)/u.test(text.slice(0, name.to))) return null
    const end = endOfNames(text, name.to, verb)
    // What stands between them and the verb is its object or a time, not a sentence more.
    if (verb - end > 70 || /[,;]/u.test(masked(text.slice(end, verb)).replace(/,\s*$/u, ''))) return null
    return strip(cut(piece, 0, end), ',:–—-')
  }
  const role =
    SCHOOL.exec(text) ??
    DATIVE_ROLE.exec(text) ??
    PLURAL_DATIVE.exec(text) ??
    PARTICIPLE_DATIVE.exec(text) ??
    ORGANISATION.exec(text) ??
    OFFICE.exec(text)
  if (!role || verb === 0 || !begins(text, role[0])) return null
  if (verb < 0 || verb > 260) return null
  if (
    OF_OBJECT.test(text.slice(verb)) &&
    !/(?:ам|ям|ым|им|ому|ему|\p{L}ой\s+(?:СОШ|ООШ|НОШ|СШ))(?!\p{L})/u.test(role[0])
  )
    return null
  return strip(cut(piece, 0, phraseEnd(text, role[0].length, verb)), ',:–—-')
}

/** «Работу», «Информацию» are objects; «Директору», «Руководителям» are addressees. */
function begins(text: string, role: string): boolean {
  const last = role.split(/\s+/u).at(-1) ?? ''
  if (/^(?:школу|группу|комиссию|работу|библиотеку|администрацию|редакцию|гимназию|организацию)$/iu.test(last))
    return false
  // «Школы района обеспечить», «центры», «отделы»: no dative.
  if (/(?:школ|библиотек|групп|комисси|организаци|администраци|гимнази)и$/iu.test(last) && !/ии$/iu.test(last))
    return false
  // Instrumental of one: «Руководителем» does not match; «Методом», «Рядом» neither.
  return !/^(?:по|о|об|в|на|с|со|для|при|за|до|из)\s/iu.test(text)
}

const isDativeName = (name: string): boolean => {
  const words = name
    .replace(/\p{Lu}\./gu, ' ')
    .trim()
    .split(/\s+/u)
  const surname = words.find((word) => word.length > 1) ?? ''
  // Surnames that have no cases may be anything; «-а» and «-ов» are no dative.
  return !/(?:ова|ева|ина|ая|ов|ев|ский|ой?вич)$/u.test(surname)
}

/** Names in a row with «,» and «и» between them. */
function endOfNames(text: string, from: number, verb: number): number {
  let end = from
  for (;;) {
    const link = /^\s*(?:\([^()]{0,80}\)\s*)?(?:,\s*(?:и\s+|а также\s+)?|\s+и\s+)/u.exec(text.slice(end))
    if (!link) break
    const at = end + link[0].length
    const next = nameAt(text.slice(at))
    if (next && at + next.to <= verb + 1) {
      end = at + next.to
      continue
    }
    const role = DATIVE_ROLE.exec(text.slice(at))
    if (!role || at + role[0].length > verb) break
    end = phraseEnd(text, at + role[0].length, verb)
    break
  }
  const position = /^\s*,\s*(?=\p{Ll})[^,]{3,60},\s*$/u.exec(text.slice(end, verb))
  return position ? verb : end
}

/** Words between the role and the verb that are about the doing, not the doer. */
const ABOUT_DOING =
  /[\s,]+(?:совместно|в\s+срок|в\s+течение|в\s+рамках|в\s+период|в\s+(?:январ|феврал|март|апрел|ма[ей]|июн|июл|август|сентябр|октябр|ноябр|декабр)|до\s+\d|к\s+\d|с\s+\d|не\s+позднее|не\s+позже|ежемесячно|ежеквартально|ежегодно|ежедневно|еженедельно|регулярно|постоянно|своевременно|активно|оперативно|систематически|обязательно|дополнительно|самостоятельно|незамедлительно|срочно|тщательно|продолжать|ещё|еще|также|при|через|после|перед|без|согласно|пут[её]м|с\s+целью|с\s+уч[её]том|в\s+целях|в\s+соответствии|во\s+время|на\s+основании|по\s+(?:мере|возможности|итогам|результатам|окончании)|для|необходимо|следует|рекомендуется|предлагается|надо|нужно|поручить|[-–—]\s|:)(?!\p{L})/iu

function phraseEnd(text: string, from: number, verb: number): number {
  const between = masked(text.slice(0, verb)).slice(from)
  const doing = ABOUT_DOING.exec(between)
  // «Малышкиной Т.Г. (СОШ № 9)»: where she works is not who she is; «группе (Сизова И.Н., Уткин П.А.)» is them.
  const bracket = /\s\(([^()]*)/u.exec(text.slice(from, verb))
  const apart = bracket && findNames(bracket[1] ?? '').length === 0 ? bracket.index : between.length
  const end = from + Math.min(doing?.index ?? between.length, apart)
  // Adverbs just before the verb: «внимательно изучить».
  const adverb = /(?:\s+\p{Ll}{4,}(?:но|ски|чно))+\s*$/u.exec(text.slice(from, end))
  return adverb ? from + adverb.index : end
}

const LABEL =
  /(?:^|[\s(,;.])(?:ответственн(?:ый|ая|ые|ое)(?:\s+за\s+(?:исполнение|выполнение|реализацию)(?:\s+решения)?|\s+(?:лиц[оа]|исполнител[ьи]))?|отв(?:етств?)?\.?|исполнител[ьи]|исп\.)(?:\s*(?:[:–—-]+\s*|(?<=\.)\s*)(?=\S)|\s+(?=[А-ЯЁ][а-яё]+\s[А-ЯЁ]\.))/giu

/** After «Ответственный:», «отв.»; up to the end of the line, of the bracket or to «Срок». */
function labelled(piece: Piece, isDue: (text: string) => boolean): Piece[] {
  const found: Piece[] = []
  for (const match of piece.text.matchAll(LABEL)) {
    const from = match.index + match[0].length
    const inBracket = match[0].includes('(') || depthAt(piece.text, from) > 0
    const rest = piece.text.slice(from, from + 600)
    const stop = (
      inBracket
        ? /[)\n;]/u
        : /\n|\s+(?:срок|контроль)(?!\p{L})|\s\(|(?<!(?:\p{Lu}|зав|зам|им|пос|[\s.]с|[\s.]г))\.\s+(?=\p{Lu})|;\s*(?=срок)/iu
    ).exec(rest)
    const phrase = strip(cut(piece, from, from + (stop?.index ?? rest.length)), ',;')
    found.push(...split(phrase, isDue).filter(({ text }) => !isDue(text) && !/^срок/iu.test(text)))
  }
  return found
}

/** «Ролик выложить в чат. — Пичугин З.О. — по готовности»: who stands between dashes, before the срок or last. */
function dashed(piece: Piece, isDue: (text: string) => boolean): Piece[] {
  const marks = [...masked(piece.text).matchAll(/\s+[–—]\s+/gu)]
  if (marks.length === 0) return []
  const parts = marks.map((mark, index) => cut(piece, mark.index + mark[0].length, marks[index + 1]?.index))
  const bare = parts.map((part) => strip(part, ',;'))
  const due = bare.findLastIndex(
    ({ text }) => isDue(text) || /^(?:срок\s*[:–-]|по\s+(?:мере\s+)?готовност)/iu.test(text),
  )
  const who = due > 0 ? bare[due - 1] : due < 0 && marks.length > 1 ? bare.at(-1) : undefined
  if (!who || who.text.length > 200 || nameAt(who.text) === null) return []
  return onlyPeople(who) ? split(who, isDue) : []
}

/** «… в чате РМО (Еремеева Т.В., до 20.11.2024)»: who stands in brackets beside the срок. */
function bracketed(piece: Piece, isDue: (text: string) => boolean): Piece[] {
  return [...piece.text.matchAll(/(?<=\s)\(([^()]{5,200})\)(?=\s*(?:[.;]|$|\n))/gu)].flatMap((match) => {
    const inside = cut(piece, match.index + 1, match.index + match[0].length - 1)
    const parts = splitBy(inside, /\s*[,;]\s*/gu)
    // «июнь 2023 г.» is a срок here, though it would be none among other words.
    const due = parts.findIndex(({ text }) => isDue(text) || isDue(`в ${text}`))
    const who =
      due > 0
        ? strip(cut(inside, 0, inside.text.indexOf(parts[due]?.text ?? '')), ',;')
        : due < 0 && onlyNames(inside)
          ? inside
          : null
    if (!who || LABEL_AT_START.test(who.text)) return []
    const named = nameAt(who.text) !== null ? onlyPeople(who) : NOMINATIVE_ROLE.test(who.text) && who.text.length < 80
    return named ? split(who, isDue) : []
  })
}

/** «(Голубева Н.С.)», «(Блинова О.А. и Драгунова В.В.)» */
const onlyNames = ({ text }: Piece): boolean => {
  const names = findNames(text)
  const rest = names.reduceRight((left, { from, to }) => left.slice(0, from) + left.slice(to), text)
  return names.length > 0 && /^(?:[\s,;]|и(?=\s))*$/u.test(rest)
}

/** «отв. Иванова И.И.» in brackets is read by its label. */
const LABEL_AT_START = /^(?:отв|исп|срок)/iu

function depthAt(text: string, at: number): number {
  let depth = 0
  for (const char of text.slice(0, at)) depth += char === '(' ? 1 : char === ')' ? -1 : 0
  return depth
}

const CHARGE =
  /ответственн(?:ым|ой|ыми)\s+[^.;]{0,80}?назначить\s+(?=\p{Lu})|(?:возложить|возлагается|оставить|закрепить)(?:\s+\p{L}+){0,6}?\s+(?:на|за)\s+(?=\p{L})|(?:рекомендовать|поручить|предложить|обязать|просить|рекомендуется|поручается)\s+(?=\p{L})|[;,.]\s+(?:руководитель|координатор|куратор)\s+[–—-]\s+(?=\p{Lu})/giu

/** «Контроль возложить на Чижову Р.А.», «Рекомендовать руководителям школ заключать …». */
function charged(piece: Piece): Piece[] {
  const found: Piece[] = []
  for (const match of masked(piece.text).matchAll(CHARGE)) {
    const from = match.index + match[0].length
    const rest = cut(piece, from)
    const name = nameAt(rest.text)
    if (/^возл|^остав|^закреп/iu.test(match[0])) {
      if (!name && !NOMINATIVE_ROLE.test(rest.text)) continue
      const stop = /[;\n]|\s\(|(?<!\p{Lu})\.\s+\p{Lu}|,\s+(?!\p{Lu})/u.exec(masked(rest.text))
      found.push(...split(strip(cut(rest, 0, stop?.index ?? rest.text.length), ',;')))
    } else if (/[–—-]\s+$|назначить\s+$/u.test(match[0])) {
      if (name) found.push(cut(rest, 0, name.to))
    } else {
      const phrase = leading(rest)
      if (phrase && !(name && !isDativeName(rest.text.slice(0, name.to)))) found.push(...split(phrase))
    }
  }
  return found
}

const TRANSFER =
  /(?:направ|представ|предостав|сооб|пере|сдат|сдав|высл|довес|довод|отправ|объяв|напом|отчит|помо|оказ|присл|разосл|вруч|выд|дать|предлож|реком|поруч)\p{L}*$/iu

/** «график подготовить секретарю группы Щукиной Ж.А.»: the doer after the verb, unless something is handed to her. */
function after(piece: Piece): Piece[] {
  const hidden = masked(piece.text)
  for (const match of hidden.matchAll(INFINITIVE)) {
    if (NOT_VERBS.test(match[0]) || TRANSFER.test(match[0])) continue
    const from = match.index + match[0].length
    const rest = strip(cut(piece, from))
    const role = /^\p{L}+(?:у|ю|ам|ям|ому|ему)(?!\p{L})/u.test(rest.text) ? DATIVE_ROLE.exec(rest.text) : null
    const name = role ? findNames(rest.text.slice(0, 120))[0] : undefined
    if (!role || !name || name.from < role[0].length || /[,.;(]/u.test(rest.text.slice(0, name.from))) continue
    return [cut(rest, 0, name.to)]
  }
  return []
}

const SEPARATOR = /\s*[;\n]\s*|,\s*(?:(?:и|а также)\s+)?|\s+(?:и|а также)\s+/gu

/**
 * Several in a row: «Ивановой А.А., Петровой Б.Б.» are two, «Руководителям ИБЦ, МИБЦ» and «директорам школ № 3, 6» one:
 * a part that names nobody by itself belongs to the one before.
 */
export function split(phrase: Piece, isDue: (text: string) => boolean = () => false): Piece[] {
  const hidden = masked(phrase.text)
  const parts: Piece[] = []
  let from = 0
  const cutAt = (to: number, next: number): void => {
    parts.push(strip(cut(phrase, from, to)))
    from = next
  }
  for (const match of hidden.matchAll(SEPARATOR)) {
    const next = match.index + match[0].length
    const rest = phrase.text.slice(next)
    const before = phrase.text.slice(from, match.index)
    if (!namesSomebody(rest, before) && !/[;\n]/u.test(match[0]) && !isDue((/^[^,;]*/u.exec(rest) ?? [''])[0])) continue
    cutAt(match.index, next)
  }
  cutAt(phrase.text.length, phrase.text.length)
  return parts
    .map((part) => strip(part, ',;.'))
    .map((part, index) => keepInitial(phrase, part, parts[index]))
    .filter(({ text }) => /\p{L}{2}/u.test(text))
}

/** The dot of an initial stays: «Ларина П.К.». */
const keepInitial = (_phrase: Piece, part: Piece, whole: Piece | undefined): Piece =>
  whole && /(?:^|[\s.])\p{Lu}$/u.test(part.text) && whole.text.startsWith(`${part.text}.`)
    ? cut(whole, 0, part.text.length + 1)
    : part

function namesSomebody(text: string, before: string): boolean {
  if (nameAt(text)) return true
  // Schools in a row are each one; after «директорам школ № 3, 6» they are hers.
  if (SCHOOL.test(text)) return SCHOOL.test(before)
  if (NAMED_SCHOOL.test(text)) return NAMED_SCHOOL.test(before)
  if (ORGANISATION.test(text) && ORGANISATION.test(before)) return true
  // «Руководителям ИБЦ и школьных библиотек»: no dative, so they are hers too.
  if (isDativePlural(before) && !isDative(text)) return false
  const bareName = nameAt(before)
  const role = DATIVE_ROLE.exec(text)?.[0] ?? NOMINATIVE_ROLE.exec(text)?.[0]
  if (role === undefined) return /^\p{L}+(?:ые|ие|ым|им)\s+\p{L}+(?:ы|и|а|я|ам|ям)(?!\p{L})/iu.test(text)
  // «Иванова И.И., методист ИМЦ»: her position.
  if (
    bareName &&
    bareName.to >= before.trim().length &&
    !/(?:ам|ям|ые|ие|и|ы)(?:\s|$)/iu.test(role.split(/\s+/u).at(-1) ?? '')
  )
    return !/^\p{Ll}/u.test(text)
  return !/^(?:РМО|ГМО|ШМО|ИБЦ|МИБЦ|РРИБЦ|ИМЦ|ЦРО|РМК|ММЦ|ЦСО)/u.test(text)
}

const isDative = (text: string): boolean =>
  DATIVE_ROLE.test(text) || PLURAL_DATIVE.test(text) || PARTICIPLE_DATIVE.test(text) || SCHOOL.test(text)

export type AddresseeKind = 'group' | 'role' | 'person' | 'school'

export function kindOf(text: string): AddresseeKind {
  if (findNames(text).some(({ from }) => masked(text).charAt(from) !== '_') || nameAt(text, true)?.to === text.length)
    return 'person'
  if (SCHOOL.exec(text)?.[0].length === text.length) return 'school'
  const role = new RegExp(ROLE, 'iu').exec(text)?.[0]?.toLowerCase()
  if (ORGANISATION.test(text) || role === undefined || /^(?:школ|лице|гимнази|библиотек)/u.test(role)) {
    return /(?:ам|ям|ы|и)(?!\p{L})/u.test(text.split(/\s/u)[0] ?? '')
      ? 'group'
      : ORGANISATION.test(text) || role !== undefined
        ? 'school'
        : 'group'
  }
  const noun = text.split(/[\s-]+/u).find((word) => new RegExp(`^${ROLE}`, 'iu').test(word)) ?? ''
  return /(?:ам|ям|ым|им|ы|и|ие|ые)$/iu.test(noun) ||
    /^(?:все|каждо)/iu.test(text) ||
    /групп|комисси|совет|актив|членам/iu.test(noun)
    ? 'group'
    : 'role'
}

/** «Педагогам-библиотекарям:», «Рабочей группе (…)»: a heading above what they are to do; null: it is something else. */
export function addresseeHeading(piece: Piece): Piece[] | null {
  const ended = strip(piece, ':–—-')
  // The last dot is of an initial, or of the heading.
  const bare = /[\s.]\p{Lu}\.$/u.test(ended.text) ? ended : strip(ended, ':–—-.')
  if (bare.text.length > 260) return null
  const verb = infinitiveAt(bare.text)
  if (verb >= 0 && !/^(?:рекомендовать|поручить|предложить|просить|обязать)\s/iu.test(bare.text)) return null
  const own = verb < 0 ? bare : strip(cut(bare, (/^\S+\s+/u.exec(bare.text) ?? [''])[0].length))
  const name = nameAt(own.text)
  const fits =
    (name && isDativeName(own.text.slice(0, name.to))) ||
    DATIVE_ROLE.test(own.text) ||
    SCHOOL.test(own.text) ||
    PLURAL_DATIVE.test(own.text) ||
    ORGANISATION.test(own.text)
  return fits ? split(own) : null
}
