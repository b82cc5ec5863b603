import { MONTH_PATTERN } from './russian-months'

const NBSP = '\u00A0'
/** White space inside a line. */
const H = '[^\\S\\r\\n]'

const NUMBER_SIGN = new RegExp(`№${H}*(?=[\\p{L}\\p{N}])`, 'gu')
const YEAR = new RegExp(`(?<!\\d)(\\d{4}|\\d{1,2}\\.\\d{1,2}\\.\\d{2})${H}*(?=гг?(?:\\.|(?!\\p{L})))`, 'gu')
const CITY = new RegExp(`(?<!\\p{L}|\\d{4}${NBSP}|\\.\\d{2}${NBSP})г\\.${H}*(?=\\p{Lu}\\p{Ll})`, 'gu')
const SURNAME_INITIALS = new RegExp(`(?<=\\p{Lu}\\p{Ll}+)${H}+(\\p{Lu}\\.)${H}*(?=\\p{Lu}\\.?(?!\\p{L}))`, 'gu')
const INITIALS_SURNAME = new RegExp(
  `(?<!\\p{L}|\\p{Ll}${NBSP})(\\p{Lu}\\.)${H}*(\\p{Lu}\\.)${H}*(?=\\p{Lu}\\p{Ll})`,
  'gu',
)
const SPACED_HYPHEN = new RegExp(`(?<=[^\\s\\-—])${H}+-${H}+(?=[^\\s\\-—])`, 'gu')
const RANGE_LEFT = new RegExp(`(?:\\d|(?<!\\p{L})[IVX]+|(?<!\\p{L})${MONTH_PATTERN})(?:${H}*(?:г\\.|года?))?$`, 'iu')
const RANGE_RIGHT = new RegExp(`^(?:\\d|[IVX]+(?!\\p{L})|${MONTH_PATTERN})`, 'iu')

/**
 * Typography of Russian papers (ГОСТ Р 7.0.97-2016 and office habit): non-breaking spaces after «№», before «г.» and
 * «гг.» of a year, after «г.» of a town, between initials and surname; straight quotes → «ёлочки», inside others
 * „лапки“; a hyphen between spaces → a long dash, unless it joins a range («14 - 16», «январь - ноябрь»).
 * Changes nothing but spaces, quotes and dashes; applying it twice changes nothing more.
 */
export function typeset(text: string): string {
  const spaced = text
    .replace(NUMBER_SIGN, `№${NBSP}`)
    .replace(YEAR, `$1${NBSP}`)
    .replace(CITY, `г.${NBSP}`)
    .replace(SURNAME_INITIALS, `${NBSP}$1`)
    .replace(INITIALS_SURNAME, `$1$2${NBSP}`)
  return dashes(spaced).split('\n').map(quotes).join('\n')
}

function dashes(text: string): string {
  return text.replace(SPACED_HYPHEN, (hyphen: string, at: number) => {
    const left = text.slice(Math.max(0, at - 20), at)
    const right = text.slice(at + hyphen.length, at + hyphen.length + 20)
    return RANGE_LEFT.test(left) && RANGE_RIGHT.test(right) ? hyphen : ' — '
  })
}

interface Quote {
  at: number
  sign: string
}

/** Replaces straight quotes that stand in pairs; a lone one, as in 5", is left. */
function quotes(line: string): string {
  if (!line.includes('"')) return line
  const pairs = new Map<number, number>()
  let open: Quote[] = []
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at)
    const top = open[open.length - 1]
    if (sign === '«' || sign === '„') open.push({ at, sign })
    else if (sign === '»' || sign === '“') open = closed(open, sign === '»' ? '«' : '„')
    else if (sign === '"') {
      if (top?.sign === '"' && mayClose(line, at)) {
        pairs.set(top.at, at)
        open.pop()
      } else if (mayOpen(line, at)) open.push({ at, sign })
    }
  }
  return replaced(line, pairs)
}

function closed(open: Quote[], sign: string): Quote[] {
  const index = open.map((quote) => quote.sign).lastIndexOf(sign)
  return index < 0 ? open : open.slice(0, index)
}

function mayOpen(line: string, at: number): boolean {
  const before = line.charAt(at - 1)
  const after = line.charAt(at + 1)
  return (at === 0 || /[\s([{«„"—–\-/]/u.test(before)) && after !== '' && !/[\s.,;:!?)\]}»“]/u.test(after)
}

const mayClose = (line: string, at: number): boolean => !/[\s([{«„]/u.test(line.charAt(at - 1))

function replaced(line: string, pairs: ReadonlyMap<number, number>): string {
  const out = line.split('')
  const signs: string[] = []
  const closing = new Map<number, string>()
  for (let at = 0; at < line.length; at += 1) {
    const char = line.charAt(at)
    const end = pairs.get(at)
    const close = closing.get(at)
    if (end !== undefined) {
      const nested = signs[signs.length - 1] === '«'
      out[at] = nested ? '„' : '«'
      closing.set(end, nested ? '“' : '»')
      signs.push(nested ? '„' : '«')
    } else if (close !== undefined) {
      out[at] = close
      signs.pop()
    } else if (char === '«' || char === '„') signs.push(char)
    else if (char === '»' || char === '“') signs.pop()
  }
  return out.join('')
}
