import { stem, words } from '@shared/domain/text/stems'

/** What a school's name says: its number, its kind, and the words that tell it from others. */
export interface SchoolWords {
  numbers: ReadonlySet<string>
  /** «сош», «лицей»; a full name tells both the kind in words and its letters. */
  kinds: ReadonlySet<string>
  others: ReadonlySet<string>
}

/** Kinds by the letters they are written with, and by the words. */
const kinds: readonly (readonly [string, RegExp])[] = [
  ['сош', /^(?:\p{L}*сош|средн\p{L}*)$/u],
  ['оош', /^(?:\p{L}*оош|основн\p{L}*)$/u],
  ['нош', /^(?:\p{L}*нош|начальн\p{L}*)$/u],
  ['гимназия', /^гимнази\p{L}*$/u],
  ['лицей', /^лице\p{L}*$/u],
  ['интернат', /^интернат\p{L}*$/u],
  ['кадеты', /^кадетск\p{L}*$/u],
  ['вечерняя', /^вечерн\p{L}*$/u],
]
/** Say nothing of which school it is. */
const common =
  /^(?:м[абк]?о?у|мбоу|маоу|мкоу|моу|мобу|гбоу|гоу|кгбоу|огбоу|шко\p{L}*|общеобразовательн\p{L}*|образовательн\p{L}*|муниципальн\p{L}*|государственн\p{L}*|бюджетн\p{L}*|автономн\p{L}*|казенн\p{L}*|учрежден\p{L}*|им|имени|г|с|п|пос|ст|д|х|рп|пгт|город\p{L}*|сел[ао]|район\p{L}*|област\p{L}*|края?|округ\p{L}*|героя?|советского|союза|и|в|на)$/u

export function schoolWords(text: string): SchoolWords {
  const numbers = new Set<string>()
  const found = new Set<string>()
  const others = new Set<string>()
  for (const word of words(text)) {
    const kind = kinds.find(([, pattern]) => pattern.test(word))
    if (/^\d+$/u.test(word)) numbers.add(word)
    else if (kind) found.add(kind[0])
    else if (!common.test(word) && word.length > 1) others.add(stem(word))
  }
  return { numbers, kinds: found, others }
}
