/** An encoding of one byte a sign: what TextDecoder calls it, and what people do. */
interface Encoding {
  label: string
  name: string
}

const usual: Encoding = { label: 'windows-1251', name: 'Windows-1251' }
const others: readonly Encoding[] = [
  { label: 'ibm866', name: 'CP866' },
  { label: 'koi8-r', name: 'KOI8-R' },
]

/** How often each letter is met in Russian, of a thousand letters. */
const letters =
  'о110 е85 а80 и74 н67 т63 с55 р47 в45 л44 к35 м32 д30 п28 у26 я20 ы19 ь17 г17 з16 б16 ч14 й12 х10 ж9 ш7 ю6 ц5 щ4 э3 ф3 ё1 ъ1'
const weights = new Map(letters.split(' ').map((one) => [one.charAt(0), Math.log(Number(one.slice(1)))]))
/** Of signs that are no Russian letters: pseudographics and letters of other peoples. */
const strange = Math.log(0.05)
/** Of quotation marks, dashes and «№», which a text has among its letters. */
const marks = Math.log(3)
/** A small letter and then a capital inside a word: capitals and small letters are the other way round. */
const upsideDown = Math.log(0.05)
/** How much likelier another encoding must be: e to this power. */
const margin = 12
/** Bytes looked at. */
const sample = 65_536

/** The encoding whose letters are met as often as in Russian; Windows-1251 unless another is far likelier. */
export function cyrillicEncoding(bytes: Uint8Array): Encoding {
  const head = bytes.subarray(0, sample)
  let best = usual
  let most = likelihood(head, usual) + margin
  for (const encoding of others) {
    const found = likelihood(head, encoding)
    if (found <= most) continue
    best = encoding
    most = found
  }
  return best
}

/** Logarithm of how likely the bytes are as Russian in the encoding; only what is comparable among encodings is in it. */
function likelihood(bytes: Uint8Array, { label }: Encoding): number {
  let sum = 0
  let small = false
  // A byte that is none of the encoding is decoded to one sign as well.
  for (const sign of new TextDecoder(label).decode(bytes)) {
    const lower = sign.toLowerCase()
    const capital = sign !== lower
    if (sign > '\u007f') sum += weights.get(lower) ?? (/[«»„“”–—№…\u00a0]/.test(sign) ? marks : strange)
    if (small && capital && weights.has(lower)) sum += upsideDown
    small = !capital && weights.has(lower)
  }
  return sum
}
