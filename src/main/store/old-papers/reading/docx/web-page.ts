import { decodeText } from '../../../foreign/decode-text'

/** Text of a web page as lines; cells of a row are parted by tabs, as a text file has its tables. */
export function textOfPage(bytes: Buffer): string {
  let text = ''
  // Depth in cells: lines inside one would tear its row.
  let cells = 0
  let unseen: string | null = null
  for (const [, plain = '', closing = '', tag = ''] of withoutComments(decodedPage(bytes)).matchAll(parts)) {
    if (unseen === null) text += plain.replace(/\s+/g, ' ')
    const name = tag.toLowerCase()
    if (unseen !== null) {
      if ((closing !== '' && name === unseen) || (name === 'body' && unseen === 'head')) unseen = null
    } else if (closing === '' && hidden.has(name)) unseen = name
    else if (name === 'td' || name === 'th') {
      cells = Math.max(cells + (closing === '' ? 1 : -1), 0)
      if (closing !== '') text += '\t'
    } else if (name === 'table' || name === 'tr') {
      cells = 0
      text += '\n'
    } else if (ending.has(name)) text += cells > 0 ? ' ' : '\n'
  }
  return tidy(text)
}

/** Text up to a tag, and the tag. */
const parts = /([^<]*)(?:<(\/?)([a-z][a-z0-9]*)?[^<>]*>|<|$)/gi
const hidden = new Set(['script', 'style', 'title', 'head'])
const ending = new Set(['p', 'div', 'br', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'blockquote'])

/** Word puts much into comments, with tags of its own. */
function withoutComments(page: string): string {
  let text = ''
  let at = 0
  for (;;) {
    const from = page.indexOf('<!--', at)
    const to = from === -1 ? -1 : page.indexOf('-->', from + 4)
    if (to === -1) return text + page.slice(at)
    text += page.slice(at, from)
    at = to + 3
  }
}

function tidy(text: string): string {
  const lines = text.split('\n').map((line) =>
    unescaped(line)
      .replace(/ {2,}/g, ' ')
      .replace(/ ?\t ?/g, '\t')
      .trim(),
  )
  return lines.filter((line) => line !== '').join('\n')
}

const named = new Map(
  Object.entries({ nbsp: '\u00a0', lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", laquo: '«', raquo: '»' }),
)
for (const [name, sign] of Object.entries({ ldquo: '“', rdquo: '”', bdquo: '„', mdash: '—', ndash: '–', hellip: '…' }))
  named.set(name, sign)

const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return named.get(name) ?? whole
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : ' '
  })

function decodedPage(bytes: Buffer): string {
  const declared = /charset\s{0,9}=\s{0,9}["']?([\w-]{2,20})/i.exec(bytes.toString('latin1', 0, 2000))
  try {
    if (declared?.[1] !== undefined) return new TextDecoder(declared[1]).decode(bytes)
  } catch {
    // No such encoding: as it looks.
  }
  return decodeText(bytes).text
}
