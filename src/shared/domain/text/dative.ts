/** Who is to do something, in the dative: «Руководители ИБЦ» → «Руководителям ИБЦ». */

/** Heads of the names of executors: nominative → dative. */
const NOUNS: Readonly<Record<string, string>> = {
  администрация: 'администрации',
  администрации: 'администрациям',
  библиотека: 'библиотеке',
  библиотеки: 'библиотекам',
  библиотекари: 'библиотекарям',
  библиотекарь: 'библиотекарю',
  гимназия: 'гимназии',
  группа: 'группе',
  департамент: 'департаменту',
  директор: 'директору',
  директора: 'директорам',
  заведующая: 'заведующей',
  заведующие: 'заведующим',
  заведующий: 'заведующему',
  заместители: 'заместителям',
  заместитель: 'заместителю',
  институт: 'институту',
  кабинет: 'кабинету',
  классы: 'классам',
  комиссия: 'комиссии',
  комитет: 'комитету',
  лицей: 'лицею',
  методист: 'методисту',
  методисты: 'методистам',
  министерство: 'министерству',
  начальник: 'начальнику',
  объединение: 'объединению',
  органы: 'органам',
  организации: 'организациям',
  отдел: 'отделу',
  педагог: 'педагогу',
  педагоги: 'педагогам',
  председатель: 'председателю',
  представители: 'представителям',
  работники: 'работникам',
  руководители: 'руководителям',
  руководитель: 'руководителю',
  секретарь: 'секретарю',
  совет: 'совету',
  сотрудники: 'сотрудникам',
  специалист: 'специалисту',
  специалисты: 'специалистам',
  учителя: 'учителям',
  учитель: 'учителю',
  учреждения: 'учреждениям',
  управление: 'управлению',
  центр: 'центру',
  центры: 'центрам',
  члены: 'членам',
  школа: 'школе',
  школы: 'школам',
}

/** Schools by their abbreviation are feminine: «Узловская СОШ» → «Узловской СОШ». */
const FEMININE_ABBREVIATION = /^(?:СОШ|ООШ|НОШ|НШДС)$/u
const NAMED = /^(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)(\s+\p{Lu}\.\s?(?:\p{Lu}\.?)?)$/u

/**
 * The words in the dative where it is sure how; words it does not know («КГАОУ ДПО ХК ИРО») as they are. Several parted by
 * commas or «и» are each looked at.
 */
export function inDative(text: string): string {
  return text
    .split(/(,\s+|\s+и\s+)/u)
    .map((piece, index) => (index % 2 === 0 ? pieceInDative(piece) : piece))
    .join('')
}

/** Whether the name begins with a common noun, which inside a sentence is written small. */
export function beginsWithCommonNoun(text: string): boolean {
  const words = text.split(/\s+/u)
  const head = headOf(words)
  return head === 0 && nounOf(words[0] ?? '') !== null
}

function pieceInDative(text: string): string {
  const name = NAMED.exec(text)
  if (name) return `${surnameInDative(name[1] ?? '')}${name[2] ?? ''}`
  const words = text.split(' ')
  const head = headOf(words)
  if (head === null) return text
  const turned = words.map((word, index) =>
    index < head ? adjective(word) : index === head ? (nounOf(word) ?? word) : word,
  )
  return withNameAtEnd(turned, head)
}

/** «Руководителю МИБЦ Селезнева А.В.»: the person named behind the post. */
function withNameAtEnd(words: readonly string[], head: number): string {
  const last = words.slice(-2).join(' ')
  if (words.length - 2 <= head || !NAMED.test(last)) return words.join(' ')
  return [...words.slice(0, -2), pieceInDative(last)].join(' ')
}

/** Place of the noun that is turned: the first word, or the one after adjectives; null where it is not known. */
function headOf(words: readonly string[]): number | null {
  for (const [index, word] of words.entries()) {
    if (nounOf(word) !== null) return index
    if (index > 0 && FEMININE_ABBREVIATION.test(word)) return index
    if (adjective(word) === word) return null
  }
  return null
}

function nounOf(word: string): string | null {
  const parts = word.split('-')
  const turned = parts.map((part) => NOUNS[part.toLowerCase()])
  if (turned.some((part) => part === undefined)) return null
  const joined = turned.join('-')
  return /^\p{Lu}/u.test(word) ? joined.charAt(0).toUpperCase() + joined.slice(1) : joined
}

const ADJECTIVES: readonly (readonly [RegExp, string])[] = [
  [/(?<=[жчшщкгх])ий$/u, 'ому'],
  [/ий$/u, 'ему'],
  [/(?:ый|ой)$/u, 'ому'],
  [/(?<=[жчшщ])ая$/u, 'ей'],
  [/ая$/u, 'ой'],
  [/яя$/u, 'ей'],
  [/ое$/u, 'ому'],
  [/ее$/u, 'ему'],
  [/ые$/u, 'ым'],
  [/ие$/u, 'им'],
]

function adjective(word: string): string {
  if (!/^\p{L}\p{Ll}{3,}$/u.test(word)) return word
  for (const [ending, dative] of ADJECTIVES) if (ending.test(word)) return word.replace(ending, dative)
  return word
}

/** Surnames whose ending tells what they are; the others stay. */
function surnameInDative(surname: string): string {
  if (/(?:ов|ев|ёв|ин|ын)а$/u.test(surname)) return surname.replace(/а$/u, 'ой')
  if (/(?:ов|ев|ёв|ин|ын)$/u.test(surname)) return `${surname}у`
  if (/[сц]кая$/u.test(surname)) return surname.replace(/ая$/u, 'ой')
  if (/[сц]кий$/u.test(surname)) return surname.replace(/ий$/u, 'ому')
  return surname
}
