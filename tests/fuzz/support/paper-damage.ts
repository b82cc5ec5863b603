import type { Random } from '@store/sample/generate/random'
import JSZip from 'jszip'
import { abstractNum, docxZip, lvl, num, p, r, tbl, tc, tr } from '../../support/old-papers/docx-file'
import type { Sound } from './damage'

/** A damaged or hostile paper. */
export interface DamagedPaper {
  name: string
  extension: string
  bytes: Buffer
  refused?: boolean
}

type Damage = (random: Random, sound: Sound) => Promise<DamagedPaper> | DamagedPaper

const place = (random: Random, bytes: Buffer): number => random.int(0, Math.max(bytes.length - 1, 0))
const zipped = (zip: JSZip, level = 6): Promise<Buffer> =>
  zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', compressionOptions: { level } })

const flipped: Damage = (random, { bytes, extension }) => {
  const copy = Buffer.from(bytes)
  for (let times = random.int(1, 30); times > 0; times--) {
    const at = place(random, copy)
    copy[at] = (copy[at] ?? 0) ^ (1 << random.int(0, 7))
  }
  return { name: 'flipped', extension, bytes: copy }
}

const cut: Damage = (random, { bytes, extension }) => ({
  name: 'cut',
  extension,
  bytes: bytes.subarray(0, place(random, bytes)),
  ...(extension === 'docx' ? { refused: true } : {}),
})

/** Numbers of a .doc are what its reader goes by. */
const numbers: Damage = (random, { bytes, extension }) => {
  const copy = Buffer.from(bytes)
  for (let times = random.int(1, 8); times > 0 && copy.length > 8; times--) {
    const at = random.next() < 0.5 ? random.int(0, Math.min(2000, copy.length - 5)) : place(random, copy.subarray(4))
    copy.writeUInt32LE(random.pick([0, 1, 2, 0xff, 0xffff, 0x7fffffff, 0xfffffffe, 0xffffffff, 0x40000000]), at)
  }
  return { name: 'numbers', extension, bytes: copy }
}

const stirred: Damage = (random, { bytes, extension }) => {
  const at = place(random, bytes)
  const piece = bytes.subarray(place(random, bytes)).subarray(0, random.int(1, 600))
  const rest = random.pick([at, at + piece.length])
  return { name: 'stirred', extension, bytes: Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(rest)]) }
}

const heads: readonly (readonly [string, string | Buffer])[] = [
  ['pdf', '%PDF-1.7\n%…'],
  ['png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
  ['jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
  ['rtf', '{\\rtf1\\ansi ПРОТОКОЛ}'],
  ['rar', 'Rar!\x1a\x07\x00'],
  ['html', '<!DOCTYPE html><html><body>ПРОТОКОЛ</body></html>'],
  ['xml', '\ufeff<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'],
  ['mht', 'MIME-Version: 1.0\nContent-Type: multipart/related'],
  ['ole', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)])],
  ['zip only', 'PK\x03\x04'],
  ['empty', ''],
  ['spaces', ' \r\n \r\n'],
]

const other: Damage = async (random) => {
  const extension = random.pick(['docx', 'doc', 'txt'])
  if (random.next() < 0.5) {
    const [name, head] = random.pick(heads)
    return { name, extension, bytes: Buffer.from(head), refused: true }
  }
  const [entry, type] = random.pick([
    ['content.xml', 'application/vnd.oasis.opendocument.text'],
    ['content.xml', 'application/vnd.oasis.opendocument.spreadsheet'],
    ['xl/workbook.xml', ''],
    ['ppt/presentation.xml', ''],
    ['Index/Document.iwa', ''],
    ['protocol.docx', ''],
    ['word/document.xml', ''],
  ] as const)
  const zip = new JSZip().file('mimetype', type).file(entry, '<x/>')
  return { name: `${entry} ${type}`, extension, bytes: await zipped(zip), refused: true }
}

const rubbish = ['', '<a><b></a>', '<?xml version="1.0"?><x/>', Buffer.from([0xff, 0x00, 0xc0]), '<x>&lol;</x>']

/** Parts of the archive taken away or made rubbish. */
const parts: Damage = async (random, sound) => {
  if (sound.extension !== 'docx') return numbers(random, sound)
  const zip = await JSZip.loadAsync(sound.bytes)
  const name = random.pick(Object.keys(zip.files).filter((one) => !zip.files[one]?.dir))
  zip.remove(name)
  if (random.next() < 0.7) zip.file(name, random.pick(rubbish))
  return { name: `part ${name}`, extension: 'docx', bytes: await zipped(zip) }
}

const huge = (random: Random): string => random.pick(['-1', '0', '999999999', '99999999999999', 'x', '', '1e9'])

const rude: readonly ((random: Random, xml: string) => string)[] = [
  (random, xml) => xml.slice(0, random.int(1, xml.length - 1)),
  (random, xml) =>
    xml.replace(
      random.pick(['<w:p>', '</w:p>', '<w:tc>', '</w:tc>', '<w:tr>', '</w:tbl>', '</w:r>']),
      random.pick(['', '</x>', '<w:p><w:p>', '<w:tbl>', '<w:txbxContent>']),
    ),
  (random, xml) => xml.replace(/w:val="[^"]*"/g, (value) => (random.next() < 0.1 ? `w:val="${huge(random)}"` : value)),
  (random, xml) => xml.replaceAll('<w:gridSpan', `<w:gridSpan w:val="${huge(random)}" `),
  (_, xml) => xml.replace(/(<w:p[ >][\s\S]{0,20000}?<\/w:p>)/, (one) => one.repeat(2000)),
  (random, xml) => xml.replace(/<w:tr[ >]/, (tag) => `<w:tc>${'<w:p/>'.repeat(random.int(1, 500))}</w:tc>${tag}`),
  (_, xml) =>
    xml.replace(/<w:body>/, `<w:body>${'<w:tbl><w:tr><w:tc>'.repeat(3000)}${'</w:tc></w:tr></w:tbl>'.repeat(3000)}`),
  (_, xml) =>
    xml.replace(/<w:body>/, `<w:body>${'<w:tbl><w:tr><w:tc>'.repeat(25)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(25)}`),
  (_, xml) => xml.replace(/<w:p>/, `<w:p z="${'я'.repeat(3_000_000)}">`),
  (_, xml) => xml.replace(/<w:t[ >]/, (tag) => `<w:t>${' '.repeat(3_000_000)}</w:t>${tag}`),
  (_, xml) => xml.replace(/<w:t[ >]/, (tag) => `${'<w:t xml:space="preserve">             </w:t>'.repeat(6000)}${tag}`),
  (_, xml) =>
    xml.replace(/<w:r[ >]/, (tag) => `${'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(20_000)}${tag}`),
  (_, xml) => xml.replace(/<w:body>/, `<w:body>${'<w:p/>'.repeat(120_000)}`),
  (_, xml) => xml.replace(/<w:body>/, '<!DOCTYPE l [<!ENTITY a "b">]><w:body>'),
  (random, xml) =>
    xml.replace('encoding="UTF-8"', `encoding="${random.pick(['windows-1251', 'UTF-16', 'x', 'koi8-r'])}"`),
  (random, xml) =>
    xml.replaceAll(/<w:(?:p|tr|tc|tbl|r|t|pPr)>/g, (tag) => (random.next() < 0.02 ? `${tag}<w:ins>` : tag)),
  (_, xml) => xml + xml,
  (_, xml) => xml.replace(/<w:p[ >]/g, (tag) => `<w:altChunk r:id="x"/>${tag}`),
]

const markup: Damage = async (random, sound) => {
  if (sound.extension !== 'docx') return stirred(random, sound)
  const zip = await JSZip.loadAsync(sound.bytes)
  const all = Object.keys(zip.files).filter((name) => name.endsWith('.xml') || name.endsWith('.rels'))
  const name = random.next() < 0.7 ? 'word/document.xml' : random.pick(all)
  const index = random.int(0, rude.length - 1)
  const xml = (await zip.file(name)?.async('string')) ?? ''
  zip.file(name, rude[index]?.(random, xml) ?? '')
  return { name: `markup ${index} in ${name}`, extension: 'docx', bytes: await zipped(zip) }
}

/** Styles and lists that lead to themselves, numbers of numbers. */
const circles: Damage = async (random) => {
  const count = random.int(2, 300)
  const ids = Array.from({ length: count }, (_, index) => index)
  const style = (id: number): string =>
    `<w:style w:type="${random.pick(['paragraph', 'numbering'])}" w:styleId="s${id}"><w:name w:val="s${id}"/><w:basedOn w:val="s${random.int(0, count - 1)}"/><w:pPr><w:numPr><w:ilvl w:val="${random.int(0, 9)}"/><w:numId w:val="${random.int(0, count)}"/></w:numPr></w:pPr></w:style>`
  const definition = (id: number): string =>
    random.next() < 0.3
      ? `<w:abstractNum w:abstractNumId="${id}"><w:numStyleLink w:val="s${random.int(0, count - 1)}"/></w:abstractNum>`
      : abstractNum(
          id,
          lvl(
            0,
            'decimal',
            '%1%2%3%4%5%6%7%8%9'.repeat(random.int(1, 50)),
            `<w:pStyle w:val="s${id}"/>`,
            2_000_000_000,
          ),
        )
  const zip = docxZip({
    styles: ids.map(style).join(''),
    numbering: ids.map(definition).join('') + ids.map((id) => num(id + 1, random.int(0, count - 1))).join(''),
    body: ids.map((id) => p(r(`пункт ${id}`), `<w:pStyle w:val="s${id}"/>`)).join(''),
  })
  return { name: `circles ${count}`, extension: 'docx', bytes: await zipped(zip) }
}

const megabytes = 1024 * 1024

/** Little that unpacks to much: to spaces, or to empty elements. */
const bomb: Damage = async (random) => {
  const zip = docxZip({ body: p('ПРОТОКОЛ') })
  const name = random.pick(['word/document.xml', 'word/media/image1.png', 'word/_rels/document.xml.rels'])
  zip.file(name, Buffer.alloc(24 * megabytes, random.pick([' ', '<w:p/>'])))
  return { name: `bomb in ${name}`, extension: 'docx', bytes: await zipped(zip, 9), refused: true }
}

/** What regular expressions choke on: each line is like something that is looked for, and is not it. */
const bait: readonly ((many: number) => string)[] = [
  (many) => ' '.repeat(many),
  (many) => `РЕШИЛИ:${' '.repeat(many)}x`,
  (many) => '1.'.repeat(many),
  (many) => '1.1 '.repeat(many),
  (many) => 'до '.repeat(many),
  (many) => `до ${'1'.repeat(many)}`,
  (many) => 'Иванов И.И., '.repeat(many),
  (many) => 'Иванова И. '.repeat(many),
  (many) => '«'.repeat(many),
  (many) => '(('.repeat(many),
  (many) => `(${'май '.repeat(many)}`,
  (many) => 'январь-'.repeat(many),
  (many) => 'январь, '.repeat(many),
  (many) => '№ '.repeat(many),
  (many) => 'МБОУ СОШ № '.repeat(many),
  (many) => `«за» - ${'- '.repeat(many)}`,
  (many) => 'за '.repeat(many),
  (many) => 'слушали '.repeat(many),
  (many) => 'По третьему вопросу '.repeat(many),
  (many) => '\t'.repeat(many),
  (many) => 'а\t'.repeat(many),
  (many) => '\t№\n'.repeat(many),
  (many) => '\tа\n\n'.repeat(many),
  (many) => 'а\tб\tв\n'.repeat(many),
  (many) => 'а\tб\tв\nг\n'.repeat(many),
  (many) => '**'.repeat(many),
  (many) => '** '.repeat(many),
  (many) => '[bookmark: '.repeat(many),
  (many) => 'а-\n'.repeat(many),
  (many) => 'ПРОТОКОЛ № 1\n'.repeat(many),
  (many) => '1. О плане\n'.repeat(many),
  (many) => 'РЕШИЛИ:\n'.repeat(many),
  (many) => 'Ответственный: '.repeat(many),
  (many) => 'Отв. '.repeat(many),
  (many) => '______'.repeat(many),
  (many) => '08.09.2023 '.repeat(many),
  (many) => '2023-'.repeat(many),
  (many) => 'п р о т о к о л '.repeat(many),
  (many) => 'в течение '.repeat(many),
  (many) => 'IVX'.repeat(many),
  (many) => '- '.repeat(many),
  (many) => '.'.repeat(many),
  (many) => 'аб.'.repeat(many),
  (many) => 'а'.repeat(many),
  (many) => 'А'.repeat(many),
  (many) => 'Аб '.repeat(many),
]

const head = 'ПРОТОКОЛ № 1\nзаседания РМО\n\nПовестка дня:\n1. О плане\n\nСЛУШАЛИ: Иванову И.И.\nРЕШИЛИ:\n1. '
const plan = 'План работы РМО\n\n'

const baited: Damage = async (random) => {
  const index = random.int(0, bait.length - 1)
  const text = bait[index]?.(random.pick([50, 1000, 4000])) ?? ''
  const whole = random.pick([head, plan, '']) + text
  if (random.next() < 0.7) return { name: `bait ${index}`, extension: 'txt', bytes: Buffer.from(whole) }
  const lines = text
    .split('\n')
    .slice(0, 200)
    .map((line) => p(r(line)))
  const rows = lines.map((line) => tr(tc(p(r('1'))) + tc(line) + tc(line)))
  const first = tr(tc(p(r('№'))) + tc(p(r('Мероприятие'))) + tc(p(r('Сроки'))))
  const body = random.next() < 0.5 ? p(r('ПРОТОКОЛ')) + lines.join('') : p(r('План работы')) + tbl(first, ...rows)
  return { name: `bait ${index} in Word`, extension: 'docx', bytes: await zipped(docxZip({ body })) }
}

/** A text in another encoding than it seems, or with bytes of none. */
const encoded: Damage = (random) => {
  const text = `${head}${'утвердить план до 1 мая 2024 года. '.repeat(random.int(1, 50))}`
  const bytes = random.pick([
    (): Buffer => Buffer.from(text, 'utf16le'),
    (): Buffer => Buffer.from(text, 'utf16le').swap16(),
    (): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text)]),
    (): Buffer => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text, 'utf16le')]),
    (): Buffer => Buffer.from(text, 'latin1'),
    (): Buffer => Buffer.from([...Buffer.from(text, 'utf16le')].map((byte) => byte ^ 0x80)),
    (): Buffer => Buffer.from(text.split('').join('\0')),
    (): Buffer => Buffer.from(Array.from({ length: random.int(1, 3000) }, () => random.int(0, 255))),
    (): Buffer => Buffer.from(text.replaceAll('\n', random.pick(['\r', '\u2028', '\f', '\v', '\r\r\n']))),
  ])()
  return { name: 'encoded', extension: 'txt', bytes }
}

const damages: readonly (readonly [Damage, number])[] = [
  [flipped, 16],
  [cut, 8],
  [numbers, 12],
  [stirred, 10],
  [other, 6],
  [parts, 8],
  [markup, 20],
  [circles, 4],
  [bomb, 1],
  [baited, 14],
  [encoded, 5],
]

export function damagePaper(random: Random, sound: Sound): Promise<DamagedPaper> | DamagedPaper {
  let left = random.int(
    1,
    damages.reduce((sum, [, weight]) => sum + weight, 0),
  )
  for (const [work, weight] of damages) {
    left -= weight
    if (left <= 0) return work(random, sound)
  }
  throw new Error('No damage')
}
