/**
 * A key whose plain comparison (JavaScript `<`, SQLite BINARY) gives Russian order, so that the database can sort and
 * page by an ordinary index. The order is that of CLDR for Russian, `new Intl.Collator('ru', {numeric: true})`: spaces and
 * punctuation, digits by their value, Cyrillic, Latin; then accents (е before ё); then lower case before upper.
 * A test compares it with Intl.Collator; the function itself does not use Intl, whose data differ between runtimes.
 */

/** Primary order. Characters inside one group differ only in accent (`~` before it) or case (no mark). */
const PUNCTUATION =
  '\\t|\\n|\\v|\\f|\\r| \u2009\u00A0|_|-|‐‑|‒|–|—|―|,|;|:|!|¡|?|¿|.|·|\'~‘~’~‚|‹|›|"~“~”~„|«|»|(|)|[|]|{|}|§|¶|@|*|/|\\\\|&|#|%|†|‡|•|′|″|`|´|^|¨|°|©|®|+|±|÷|×|<|=|>|¬|\\p|¦|\\~|−|¢|$|£|¥|€|₽'
const CYRILLIC =
  'аА|әӘ|ӕӔ|бБ|вВ|гГ~ґҐ|ғҒ|ӻӺ|ҕҔ|ӷӶ|дД|ԁԀ|ђЂ|ԃԂ|ҙҘ|еЕ|єЄ|жЖ|ԫԪ|җҖ|зЗ|ԅԄ|ԑԐ|ѕЅ|ӡӠ|ԇԆ|иИ|ҋҊ|іІ|йЙ|јЈ|кК|қҚ|ӄӃ|ҡҠ|ҟҞ|ҝҜ|ԟԞ|ԛԚ|лЛ|ӆӅ|ԯԮ|ԓԒ|ԡԠ|' +
  'љЉ|ԉԈ|ԕԔ|мМ|ӎӍ|нН|ԩԨ|ӊӉ|ңҢ|ӈӇ|ԣԢ|ҥҤ|њЊ|ԋԊ|оО|өӨ|пП|ԥԤ|ҧҦ|ҁҀ|рР|ҏҎ|ԗԖ|сС|ԍԌ|ҫҪ|тТ|ԏԎ|ҭҬ|ћЋ|уУ|үҮ|ұҰ|ѹѸ|фФ|хХ|ӽӼ|ӿӾ|ҳҲ|һҺ|ԧԦ|ѡѠ|ѿѾ|ѽѼ|ѻѺ|' +
  'цЦ|ҵҴ|чЧ|ԭԬ|ҷҶ|ӌӋ|ҹҸ|ҽҼ|ҿҾ|џЏ|шШ|щЩ|ъЪ|ыЫ|ьЬ|ҍҌ|ѣѢ|эЭ|юЮ|яЯ|ԙԘ|ѥѤ|ѧѦ|ѫѪ|ѩѨ|ѭѬ|ѯѮ|ѱѰ|ѳѲ|ѵѴ|ҩҨ|ԝԜ|ӏӀ'
const LATIN = 'aA|bB|cC|dD~đĐ~ðÐ|eE|fF|gG|hH~ħĦ|iI|ı|jJ|kK|lL~łŁ|mM|nN|oO~øØ|pP|qQ|rR|sS|tT|uU|vV|wW|xX|yY|zZ|þÞ'

/** Combining accents by their order; those not listed follow by code. */
const ACCENTS = '\u0313\u0314\u0301\u0300\u0306\u0302\u030C\u030A\u0308\u030B\u0303\u0307\u0338\u0327\u0328\u0304'

/** Characters that stand for several; `~` marks an accent-like difference from the plain letters. */
const EXPANSIONS: ReadonlyMap<string, string> = new Map([
  ['№', 'NO'],
  ['™', 'TM'],
  ['…', '...'],
])

interface Weight {
  primary: string
  secondary: string
  tertiary: string
}

/** Weights of letters are single characters above ASCII, those of the levels below them ASCII, separators lower still. */
const FIRST_PRIMARY = 0x100
const COMMON = '0'
const ACCENT_BASE = 0x41
const SEPARATOR = '!'

const weights = new Map<string, Weight>()
let nextPrimary = FIRST_PRIMARY

function addGroups(groups: string): void {
  const unescaped = groups.replace(/\\([tnvfrp~\\])/gu, (_, letter: string) => ESCAPES[letter] ?? '')
  for (const group of unescaped.split('|')) {
    let accent = 0
    let variant = 0
    for (const char of group) {
      if (char === '~') {
        accent += 1
        variant = 0
        continue
      }
      const plain = PLACEHOLDERS.get(char) ?? char
      weights.set(plain, {
        primary: String.fromCharCode(nextPrimary),
        // Inside a group «~» stands above every combining accent: ґ follows г with any of them.
        secondary: COMMON + (accent === 0 ? '' : String.fromCharCode(ACCENT_BASE + 40 + accent)),
        tertiary: String.fromCharCode(COMMON.charCodeAt(0) + variant),
      })
      variant += 1
    }
    nextPrimary += 1
  }
}

/** «|» and «~» are marks of the tables, so as characters they are written by private stand-ins. */
const PLACEHOLDERS: ReadonlyMap<string, string> = new Map([
  ['\uE000', '|'],
  ['\uE001', '~'],
])
const ESCAPES: Readonly<Record<string, string>> = {
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  p: '\uE000',
  '~': '\uE001',
  '\\': '\\',
}

addGroups(PUNCTUATION)
const DIGITS = String.fromCharCode(nextPrimary)
nextPrimary += 1
addGroups(CYRILLIC)
addGroups(LATIN)
const OTHER = String.fromCharCode(nextPrimary)
for (const space of ['\u2007', '\u202F']) {
  const like = weights.get('\u00A0')
  if (like) weights.set(space, like)
}

const IGNORED = /\p{Cf}|\u034F|(?!\s)\p{Cc}/u
const MARK = /\p{M}/u

function accentWeight(mark: string): string {
  const index = ACCENTS.indexOf(mark)
  return String.fromCharCode(ACCENT_BASE + (index < 0 ? ACCENTS.length : index))
}

/** Levels of the key while a text is read. */
interface Levels {
  primary: string
  secondary: string
  tertiary: string
}

function add(levels: Levels, weight: Weight): void {
  levels.primary += weight.primary
  levels.secondary += weight.secondary
  levels.tertiary += weight.tertiary
}

function addChar(levels: Levels, char: string): void {
  const known = weights.get(char)
  if (known) {
    add(levels, known)
    return
  }
  if (IGNORED.test(char)) return
  const expansion = EXPANSIONS.get(char)
  if (expansion) {
    for (const part of expansion) {
      const weight = weights.get(part)
      if (weight) add(levels, { ...weight, tertiary: '2' })
    }
    return
  }
  const [base = char, ...marks] = char.normalize('NFD')
  const letter = weights.get(base)
  if (letter) add(levels, letter)
  else if (MARK.test(base)) levels.secondary += accentWeight(base)
  else add(levels, { primary: OTHER + hex(base), secondary: COMMON, tertiary: COMMON })
  for (const mark of marks) {
    levels.secondary += accentWeight(mark)
    levels.tertiary += COMMON
  }
}

const hex = (char: string): string => (char.codePointAt(0) ?? 0).toString(16).padStart(6, '0')

/** Where the run of digits that begins at `at` ends; `at` itself where there is none. */
function endOfDigits(text: string, at: number): number {
  let end = at
  while (text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++
  return end
}

/** A run of digits by its value: how many digits without leading zeros, then the digits. */
function addNumber(levels: Levels, digits: string): void {
  const value = digits.replace(/^0+(?=\d)/u, '')
  levels.primary += DIGITS + String.fromCharCode(FIRST_PRIMARY + Math.min(value.length, 0x4000)) + value
  levels.secondary += COMMON
  levels.tertiary += COMMON
}

function trimCommon(level: string): string {
  let end = level.length
  while (end > 0 && level.charAt(end - 1) === COMMON) end--
  return level.slice(0, end)
}

/** The text itself as the last tie-break, with characters whose UTF-8 and UTF-16 orders differ written in hex. */
const tieBreak = (text: string): string => (RARE.test(text) ? Array.from(text, escapeRare).join('') : text)

/** By UTF-16 units: the halves of what is beyond them are among these. */
const RARE = /[\0\uD7FF-\uFFFF]/

function escapeRare(char: string): string {
  const code = char.codePointAt(0) ?? 0
  return code === 0 || code >= 0xd7ff ? `\uD7FF${hex(char)}` : char
}

/**
 * The sort key of a text. Equal keys only for equal texts. Independent of the runtime's locale data; if the order ever
 * changes, stored keys must be recomputed.
 */
export function sortKey(text: string): string {
  const levels: Levels = { primary: '', secondary: '', tertiary: '' }
  const composed = text.normalize('NFC')
  for (let at = 0; at < composed.length; ) {
    const end = endOfDigits(composed, at)
    if (end > at) {
      addNumber(levels, composed.slice(at, end))
      at = end
      continue
    }
    const char = String.fromCodePoint(composed.codePointAt(at) ?? 0)
    addChar(levels, char)
    at += char.length
  }
  return [levels.primary, trimCommon(levels.secondary), trimCommon(levels.tertiary), tieBreak(text)].join(SEPARATOR)
}
