/** The words by which those are known to whom a decision gives something to do. */

/** Stems of those to whom things are given to do. */
export const ROLE =
  '(?:педагог|библиотекар|руководител|директор|заведующ|зав\\.|заместител|зам\\.|методист|учител|секретар|председател|специалист|член|участник|' +
  'ответственн|организатор|координатор|модератор|куратор|наставник|психолог|лаборант|юрист|бухгалтер|инженер|оператор|начальник|инспектор|' +
  'глав(?:а|е|ы|ам|ный|ному)|классн|воспитател|вожат|сотрудник|работник|коллег|школ|лице|гимнази|библиотек(?!арь)|центр|отдел|управлени|комитет|комисси|групп|' +
  'совет|актив|администраци|руководств|редакци|объединени|методкабинет|кабинет|учредител|организаци|учреждени|участн|представител|слушател|тьютор|эксперт|' +
  'победител|призер|призёр|обучающ|учащ|родител|выпускник|студент|читател|докладчик|выступающ|присутствующ|админист|модератор|программист|консультант|корреспондент|соисполнител|исполнител|юнармейц|волонтер|волонтёр|оргкомитет|жюри|РМО|ГМО|ШМО|МИБЦ|РРИБЦ|ИМЦ|ЦРО|РМК|ММЦ|ЦСО)'

const LEADING_WORDS = '(?:всем|каждому|каждой|обоим|все|каждый|каждая|всех|и|а также)'
const ADJECTIVE = '\\p{L}+(?:ым|им|ому|ему|ой|ей|ые|ие|ый|ий|ая|яя|ых|их|-)'
export const DATIVE_ROLE = new RegExp(
  `^(?:${LEADING_WORDS}\\s+)?(?:(?:вновь|впервые|не)\\s+)?(?:${ADJECTIVE}\\s+){0,4}?(?:${ROLE}\\p{L}*?(?:ам|ям|у|ю|е|и|ому|ему|ым|им|ой|ей|имся|ымся|емуся)|зав\\.|зам\\.|ИБЦ|МИБЦ|РМО|ГМО|ИМЦ|ЦРО|РМК|ММЦ|ЦСО)(?:-[\\p{L}]+)?(?!\\p{L})`,
  'iu',
)
export const PLURAL_DATIVE =
  /^(?:(?:всем|также)\s+)?(?:\p{L}+(?:ым|им)\s+){0,3}\p{Lu}?\p{L}{2,}(?:ам|ям)(?:-\p{L}+)?(?!\p{L})/iu
/** «Аттестующимся во II полугодии», «Нуждающиеся в обучении (по списку):». */
export const PARTICIPLE_DATIVE = /^(?:не\s+)?\p{L}{3,}(?:[уюая]щ|вш|нн)(?:им|ым)(?:ся)?(?!\p{L})/iu
export const PARTICIPLE_NOMINATIVE = /^(?:не\s+)?\p{L}{3,}(?:[уюая]щие|вшие)(?:ся)?(?!\p{L})/iu
export const ORGANISATION =
  /^(?:М[БАК]?О?У|МБОУ|МКОУ|МАОУ|МОУ|ГБОУ|ГКОУ|МБУ|МКУ|МАУ|КГ[АБК]О?У)(?:\s+(?:ДО|ДПО|ДОД))?\s+\S/u
/** «РИМЦ (Чистякова В.А.) организовать …»: capitals with their person. */
export const OFFICE = /^\p{Lu}{2,8}(?=\s\(\p{Lu}\p{Ll}+\s\p{Lu}\.)/u
/** «Троицкой СОШ», «лицею № 5», «МБОУ СОШ № 6». */
export const SCHOOL =
  /^(?:(?:М[БАК]?О?У|МБОУ|МКОУ|МАОУ|МОУ|ГБОУ|ГКОУ)\s+)?(?:(?:\p{Lu}[\p{L}-]+(?:ой|ей|ому)|[«"][^»"]{2,60}[»"])\s+)?(?:СОШ|ООШ|НОШ|СШ|ОШ|ВСОШ|школе(?:-\p{L}+)?|лицею|гимназии|интернату|центру\s+образования)(?!\p{L})(?:\s*[«"][^»"]{2,60}[»"])?(?:\s*№\s?\d+(?:\s+(?:г|с|п|пос|д)\.\s?\p{Lu}[\p{L}-]+)?)?/iu
export const NAMED_SCHOOL =
  /^(?:(?:М[БАК]?О?У|МБОУ|МКОУ|МАОУ|МОУ|ГБОУ|ГКОУ)\s+)?\p{Lu}[\p{L}-]+ая\s+(?:СОШ|ООШ|НОШ|СШ|ОШ|школа)(?!\p{L})/u
export const NOMINATIVE_ROLE = new RegExp(
  `^(?:(?:${LEADING_WORDS}|\\p{L}+(?:ые|ие|ый|ий|ая|яя|ой|ых|их))\\s+){0,4}(?:${ROLE})`,
  'iu',
)

/** Nouns that end as infinitives do. */
export const NOT_VERBS =
  /^(?:\p{L}*ость|(?!(?:у|про|предпо|за|с|пере|вы)честь$)\p{L}*есть|сеть|сети|части|часть|области|область|очередь|очереди|печать|печати|память|памяти|запись|записи|путь|пути|суть|мать|дети|тетрадь|смерть|жизнь|связь|кровать|площадь|\p{L}*ности|\p{L}*ости|почти|доступности|новости|помощь|вещь|ночь|речь|дочь|тысячи|задачи|передачи|встречи|сдачи|выдачи|раздачи|удачи|статьи|треть|четверть|четверти|мощь|ключ\p{L}*|учет|шести|пяти|девяти|\p{L}*(?:десяти|дцати)|шесть|пять|девять|десять|двадцать|тридцать|лишь|рукописи)$/iu
export const INFINITIVE =
  /(?<![\p{L}-])(?:не\s+)?\p{L}{2,}(?:ать|ять|еть|ить|оть|уть|ыть|сть|зть|ти|чь|аться|яться|еться|иться|уться|тись|чься)(?![\p{L}-])/giu

/** Verbs one is the object of, not the doer: «Столбову Н.А. рекомендовать». */
export const OF_OBJECT =
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

export const isDativePlural = (text: string): boolean =>
  /^(?:\p{L}+\s+){0,2}?\p{L}+(?:ам|ям|ому|ему|телю|арю|тору|исту)(?!\p{L})/iu.test(text)

/** «Работу», «Информацию» are objects; «Директору», «Руководителям» are addressees. */
export function begins(text: string, role: string): boolean {
  const last = role.split(/\s+/u).at(-1) ?? ''
  if (/^(?:школу|группу|комиссию|работу|библиотеку|администрацию|редакцию|гимназию|организацию)$/iu.test(last))
    return false
  // «Школы района обеспечить», «центры», «отделы»: no dative.
  if (/(?:школ|библиотек|групп|комисси|организаци|администраци|гимнази)и$/iu.test(last) && !/ии$/iu.test(last))
    return false
  // Instrumental of one: «Руководителем» does not match; «Методом», «Рядом» neither.
  return !/^(?:по|о|об|в|на|с|со|для|при|за|до|из)\s/iu.test(text)
}

export const isDativeName = (name: string): boolean => {
  const words = name
    .replace(/\p{Lu}\./gu, ' ')
    .trim()
    .split(/\s+/u)
  const surname = words.find((word) => word.length > 1) ?? ''
  // Surnames that have no cases may be anything; «-а» and «-ов» are no dative.
  return !/(?:ова|ева|ина|ая|ов|ев|ский|ой?вич)$/u.test(surname)
}

export const isDative = (text: string): boolean =>
  DATIVE_ROLE.test(text) || PLURAL_DATIVE.test(text) || PARTICIPLE_DATIVE.test(text) || SCHOOL.test(text)
