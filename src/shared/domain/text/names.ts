const NBSP = '\u00A0'

/** A person's name; an initial is kept as one letter with a full stop («Е.»), an absent part as ''. */
export interface PersonName {
  surname: string
  given: string
  patronymic: string
}

const WORD = "\\p{Lu}[\\p{L}'’]*(?:-\\p{L}+)*"
const INITIAL = '\\p{Lu}\\p{Ll}?\\.'
const LAST_INITIAL = '\\p{Lu}\\.?'
const SURNAME = `(?:(?:фон|де|ван|дер|да|ди|ла|ле|эль|аль|Ван|Де|Фон) )*${WORD}`

const SURNAME_INITIALS = new RegExp(`^(${SURNAME}) (${INITIAL}) ?(${LAST_INITIAL})?$`, 'u')
const SURNAME_LETTER = new RegExp(`^(${SURNAME}) (\\p{Lu})(?: ?(\\p{Lu}))?$`, 'u')
const INITIALS_SURNAME = new RegExp(`^(${INITIAL}) ?(?:(${INITIAL}) ?)?(${SURNAME})$`, 'u')
const FULL = new RegExp(`^(${SURNAME}) (${WORD})(?: (${WORD}(?: (?:оглы|кызы|Оглы|Кызы|угли|заде))?))?$`, 'u')
const CAPITAL_LAST = /\p{Lu}$/u
const PATRONYMIC = /(?:вич|вна|ична|инична|ич|оглы|кызы)$/iu

/**
 * Reads «Ветлугина Н.С.», «Ветлугина Н. С», «Ветлугина Наталья Сергеевна», «Н.С. Ветлугина», «Наталья Сергеевна Ветлугина»,
 * «Лядова И.П». Null when the text is not one name (a single word is not: it may be anything).
 */
export function parsePersonName(text: string): PersonName | null {
  const clean = text
    .replace(/\s+/gu, ' ')
    .replace(/\. ?,/gu, '.')
    .replace(/[\s,;:]+$/gu, '')
    .trim()
  // Most names of a list are whole: without a full stop or a last capital there is nothing to look for.
  const dotted = clean.includes('.')
  const initials =
    (dotted ? SURNAME_INITIALS.exec(clean) : null) ?? (CAPITAL_LAST.test(clean) ? SURNAME_LETTER.exec(clean) : null)
  if (initials) return name(initials[1], initial(initials[2]), initial(initials[3]))
  const before = dotted ? INITIALS_SURNAME.exec(clean) : null
  if (before) return name(before[3], initial(before[1]), initial(before[2]))
  const full = FULL.exec(clean)
  if (!full) return null
  const [, first, second, third] = full
  // «Наталья Сергеевна Ветлугина»: the patronymic in the middle shows that the surname comes last.
  if (third && second && PATRONYMIC.test(second) && !PATRONYMIC.test(third)) return name(third, first, second)
  return name(first, second, third)
}

const name = (surname = '', given = '', patronymic = ''): PersonName => ({ surname, given, patronymic })

const initial = (text: string | undefined): string => (text ? `${text.replace('.', '')}.` : '')

const letter = (part: string): string =>
  part === '' ? '' : `${/\.$/u.test(part) ? part.slice(0, -1) : part.charAt(0)}.`

/** «Ветлугина Н.С.»: a non-breaking space before the initials, none between them. */
export function shortName({ surname, given, patronymic }: PersonName): string {
  const initials = letter(given) + letter(patronymic)
  return [surname, initials].filter((part) => part !== '').join(NBSP)
}

/** «Н.С. Ветлугина», as under a signature. */
export function initialsFirst({ surname, given, patronymic }: PersonName): string {
  const initials = letter(given) + letter(patronymic)
  return [initials, surname].filter((part) => part !== '').join(NBSP)
}

/** «Ветлугина Наталья Сергеевна», or with initials where no more is known. */
export function fullName(person: PersonName): string {
  const { surname, given, patronymic } = person
  if (given.endsWith('.') || patronymic.endsWith('.')) return shortName(person)
  return [surname, given, patronymic].filter((part) => part !== '').join(' ')
}

const plain = (part: string): string => part.toLowerCase().replace(/ё/gu, 'е').replace(/[’']/gu, '')

/** Whether two parts can be the same: an initial agrees with the name it begins, an absent part with any. */
function sameParts(a: string, b: string): boolean {
  if (a === '' || b === '') return true
  const [x, y] = [plain(a), plain(b)]
  if (x.endsWith('.')) return y.startsWith(x.slice(0, -1))
  return y.endsWith('.') ? x.startsWith(y.slice(0, -1)) : x === y
}

/**
 * Whether two names can be of one person: same surname (ё=е, any case), and given name and patronymic equal, or an
 * initial against the whole word, or missing on one side.
 */
export function sameName(a: PersonName, b: PersonName): boolean {
  return plain(a.surname) === plain(b.surname) && sameParts(a.given, b.given) && sameParts(a.patronymic, b.patronymic)
}

const ENDINGS = /(?:ого|ому|ыми?|ими?|ой|ою|ею|ей|ая|ую|ый|ий|ом|ем|а|у|е|ы|и|я|ю|ь|о)$/u

/** The part of a word that declension does not change, for comparing: «Ветлугину» and «Ветлугина» → «ветлугин». */
const stem = (part: string): string => plain(part).replace(ENDINGS, '')

/**
 * As `sameName`, but either may stand in another grammatical case: «слушали Ветлугину Н.С.», «Лядовой И.П.».
 * Rough: Иванов and Иванова are one here, so use it to propose a person of the bank, not to merge.
 */
export function sameNameDeclined(a: PersonName, b: PersonName): boolean {
  const parts = (x: string, y: string): boolean =>
    x.endsWith('.') || y.endsWith('.') ? sameParts(x, y) : x === '' || y === '' || stem(x) === stem(y)
  return stem(a.surname) === stem(b.surname) && parts(a.given, b.given) && parts(a.patronymic, b.patronymic)
}
