import { numberSlips, type Slip } from './numbers'

/** What no printed text may have: leavings of code, doubled spaces and stops, brackets and quotes around nothing. */
const slips: readonly (readonly [RegExp, string])[] = [
  [/\bNaN\b|\bundefined\b|\bnull\b|\bInfinity\b|\[object|\btrue\b|\bfalse\b/u, 'leaving of code'],
  [/\{[^}]*\}|\$\{/u, 'field that was not filled'],
  [/[ \u00A0]{2,}/u, 'doubled space'],
  [/(?<!\.)\.\.(?!\.)/u, 'doubled stop'],
  [/[ \u00A0][,.;:!?](?![.…\d])/u, 'space before a stop'],
  [/,,|;;|::|,\.|(?<!\p{Lu})\.,(?!\s*[а-яё])|;\.|:\./u, 'stops in a row'],
  [/\(\s*\)|«\s*»|""/u, 'brackets or quotes around nothing'],
  [/\S\s*[—–-]\s*(?:[.,;]|$)(?!\d)/u, 'a dash before nothing'],
  [/:\s*\.|:\s*;/u, 'a colon before nothing'],
  [/(?<![\d.])-\d+(?:,\d+)?(?:\s*(?:%|руб|экз))/u, 'a hyphen for a minus'],
  [/[−-]0(?![\d,.])/u, 'minus nought'],
  [/(?<![\d.])\d+\.\d{4,}/u, 'a number with a point'],
  [/(?<!1)1[ \u00A0]\p{L}+[^,.;:()]*, (?:\p{L}+ )?котор(?:ые|ых)(?!\p{L})/u, 'one thing with «которые»'],
]

/** Slips of a paragraph or a cell. */
export function textSlips(text: string): Slip[] {
  const found = slips.flatMap(([pattern, why]): Slip[] => {
    const match = pattern.exec(text)
    if (match === null) return []
    const from = Math.max(0, match.index - 30)
    return [{ found: text.slice(from, match.index + match[0].length + 30), why }]
  })
  return [...found, ...numberSlips(text)]
}
