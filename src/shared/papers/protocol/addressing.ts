import type { Addressee } from '../../contract/meetings'

/** Which addressees of a decision its text does not name, and how they are put before it. */

/**
 * Addressees that the text does not say. A decision read from a paper says them itself («Руководителям ИБЦ, МИБЦ
 * скорректировать…»), whatever form they were given in the list; in one typed with chips they may stand apart.
 */
export function unnamed(text: string, addressees: readonly Addressee[]): string[] {
  const opening = openingWords(text, addressees)
  const missing = addressees.filter((addressee) => {
    const words = wordsOf(addressee.text)
    if (words.length === 0) return false
    if (standsIn(text, addressee.text)) return false
    if (words.every((word) => opening.some((known) => alike(known, word)))) return false
    // A name is a name wherever it stands; «директорам школ» is not said by «согласовать с директором школы».
    return !(isNamed(addressee) && phraseIn(wordsOf(text), words))
  })
  return [...new Set(missing.map((addressee) => addressee.text.trim()))]
}

/**
 * The decision with its addressees before it: «Руководителям ИБЦ подготовить…» when both read as one sentence (the
 * addressee in the dative, the text beginning with an infinitive), else «Иванова И.И.: …».
 */
export function withAddressees(text: string, missing: readonly string[]): string {
  if (missing.length === 0) return text
  const who = missing.join(', ')
  const lead = who.charAt(0).toUpperCase() + who.slice(1)
  if (!startsWithInfinitive(text)) return `${lead}: ${text}`
  return `${lead}${missing.every(isDative) ? '' : ':'} ${lowerFirst(text)}`
}

function isNamed(addressee: Addressee): boolean {
  return addressee.kind === 'person' || addressee.kind === 'school'
}

function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/ё/g, 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

function standsIn(text: string, phrase: string): boolean {
  return ` ${wordsOf(text).join(' ')} `.includes(` ${wordsOf(phrase).join(' ')} `)
}

/** Words with which the text begins as long as they are words of addressees: «Руководителям ИБЦ, МИБЦ». */
function openingWords(text: string, addressees: readonly Addressee[]): string[] {
  const known = addressees.flatMap((addressee) => wordsOf(addressee.text))
  const opening: string[] = []
  for (const word of wordsOf(text)) {
    if (word !== 'и' && !known.some((other) => alike(word, other))) break
    opening.push(word)
  }
  return opening
}

function phraseIn(text: readonly string[], phrase: readonly string[]): boolean {
  return text.some((_, start) => phrase.every((word, index) => alike(text[start + index] ?? '', word)))
}

/** Two forms of one word: the same but for an ending of up to three letters. Short words only when equal. */
function alike(a: string, b: string): boolean {
  if (a === b) return true
  const shorter = Math.min(a.length, b.length)
  if (shorter < 4) return false
  let common = 0
  while (common < shorter && a[common] === b[common]) common++
  return common >= 3 && a.length - common <= 3 && b.length - common <= 3
}

/** Endings of the dative: «руководителям», «Лядовой», «директору», «отделу», «всем». */
function isDative(phrase: string): boolean {
  const first = wordsOf(phrase)[0] ?? ''
  return /(?:ам|ям|ому|ему|ым|им|ой|ей|у|ю|сем|всей)$/u.test(first)
}

/** «подготовить», «провести», «обеспечиться», «привлечь»; nouns of the same look begin decisions never. */
function startsWithInfinitive(text: string): boolean {
  const first = /^\s*(?:не\s+)?(\p{L}+)/iu.exec(text)?.[1] ?? ''
  return /^\p{Lu}?\p{Ll}+(?:ть|ти|чь)(?:ся)?$/u.test(first) && !/(?:ость|асть|ласти|ности)$/u.test(first)
}

function lowerFirst(text: string): string {
  return text.replace(/\p{L}/u, (letter) => letter.toLowerCase())
}
