import type { Random } from '@store/sample/generate/random'
import JSZip from 'jszip'
import { type Grid, letters } from './grid'
import { type HandMade, partsOf, zipped } from './writers'

/** A damaged file; `whole` where what it says must still be what the sound file says, if it is read at all. */
export interface Damaged {
  name: string
  extension: string
  bytes: Buffer
  whole: boolean
  /** It must be refused. */
  refused?: boolean
}

export interface Sound {
  extension: string
  bytes: Buffer
}

type Damage = (random: Random, sound: Sound, grid: Grid) => Promise<Damaged> | Damaged

const place = (random: Random, bytes: Buffer): number => random.int(0, Math.max(bytes.length - 1, 0))

const flipped: Damage = (random, { bytes, extension }) => {
  const copy = Buffer.from(bytes)
  for (let times = random.int(1, 12); times > 0; times--) {
    const at = place(random, copy)
    copy[at] = (copy[at] ?? 0) ^ (1 << random.int(0, 7))
  }
  return { name: 'flipped', extension, bytes: copy, whole: extension === 'xlsx' }
}

const cut: Damage = (random, { bytes, extension }) => ({
  name: 'cut',
  extension,
  bytes: bytes.subarray(0, place(random, bytes)),
  whole: false,
  ...(extension === 'xlsx' ? { refused: true } : {}),
})

const stirred: Damage = (random, { bytes, extension }) => {
  const at = place(random, bytes)
  const length = random.int(1, 200)
  const piece = bytes.subarray(place(random, bytes)).subarray(0, length)
  const rest = random.pick([at, at + length])
  return {
    name: 'stirred',
    extension,
    bytes: Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(rest)]),
    whole: false,
  }
}

const noise: Damage = (random) => ({
  name: 'noise',
  extension: random.pick(['xlsx', 'xls', 'csv']),
  bytes: Buffer.from(Array.from({ length: random.int(0, 3000) }, () => random.int(0, 255))),
  whole: false,
})

const heads: readonly (readonly [string, string | Buffer])[] = [
  ['pdf', '%PDF-1.7\n%…'],
  ['png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
  ['rar', 'Rar!\x1a\x07\x00'],
  ['ole', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)])],
  [
    'encrypted',
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(500),
      Buffer.from('EncryptedPackage', 'utf16le'),
      Buffer.alloc(200),
    ]),
  ],
  ['empty', ''],
  ['zip only', 'PK\x03\x04'],
  ['spaces', ' \r\n \r\n'],
  ['open quote', 'Школа;Тип\n"СОШ;СОШ\nещё;строка\n'],
]

const other: Damage = async (random) => {
  if (random.next() < 0.35) {
    const [entry, name] = random.pick([
      ['xl/workbook.bin', 'xlsb'],
      ['word/document.xml', 'docx'],
      ['Index/Document.iwa', 'numbers'],
      ['ppt/presentation.xml', 'pptx'],
      ['readme.txt', 'zip'],
    ] as const)
    return {
      name,
      extension: 'xlsx',
      bytes: await zipped({ [entry]: '<x/>', mimetype: 'x' }),
      whole: false,
      refused: true,
    }
  }
  const [name, head] = random.pick(heads)
  return { name, extension: random.pick(['xlsx', 'xls', 'csv']), bytes: Buffer.from(head), whole: false, refused: true }
}

/** Parts of the archive taken away, renamed, emptied or made rubbish. */
const parts: Damage = async (random, { bytes, extension }) => {
  if (extension !== 'xlsx') return flipped(random, { bytes, extension }, { sheet: '', rows: [], merges: [] })
  const zip = await JSZip.loadAsync(bytes)
  const name = random.pick(Object.keys(zip.files).filter((one) => !zip.files[one]?.dir))
  const content = await zip.file(name)?.async('nodebuffer')
  switch (random.int(0, 3)) {
    case 0:
      zip.remove(name)
      break
    case 1:
      zip.remove(name)
      zip.file(`${name}.x`, content ?? '')
      break
    case 2:
      zip.file(name, '')
      break
    default:
      zip.file(
        name,
        random.pick(['<a><b></a>', '<?xml version="1.0"?><Types/>', Buffer.from([0xff, 0x00, 0xc0]), '<x>&lol;</x>']),
      )
  }
  return { name: `part ${name}`, extension, bytes: await zip.generateAsync({ type: 'nodebuffer' }), whole: false }
}

/** Sizes in the directory that lie about what unpacks. */
const lying: Damage = (random, { bytes, extension }) => {
  const copy = Buffer.from(bytes)
  const places: number[] = []
  for (let at = copy.indexOf('PK\x01\x02', 0, 'latin1'); at !== -1; at = copy.indexOf('PK\x01\x02', at + 4, 'latin1'))
    places.push(at)
  if (places.length === 0) return { name: 'lying', extension, bytes: copy, whole: true }
  const entry = random.pick(places)
  const field = random.pick([16, 20, 24, 42])
  if (entry + field + 4 <= copy.length)
    copy.writeUInt32LE(random.pick([0, 1, 7, 0x7fffffff, 0xfffffffe]), entry + field)
  return { name: `lying ${field}`, extension, bytes: copy, whole: true }
}

const how = (random: Random): HandMade => ({ date1904: false, shared: random.next() < 0.5, bare: false, prefix: '' })
const sheet = 'xl/worksheets/sheet1.xml'

const rude: readonly ((random: Random, xml: string) => string)[] = [
  (random, xml) => xml.slice(0, random.int(1, xml.length - 1)),
  (random, xml) =>
    xml.replace(
      random.pick(['<row', '</row>', '<c ', '</c>', '<sheetData>', '</sheetData>']),
      random.pick(['<rov', '', '</x>', '<row><row']),
    ),
  (_, xml) => xml.replace(/<row [\s\S]*<\/row>/, (rows) => rows + rows),
  (_, xml) => xml.replace('<sheetData>', '<sheetData/><sheetData>'),
  (random, xml) =>
    xml.replace(
      /r="[A-Z]+\d+"/,
      `r="${random.pick(['XFD1048576', 'ZZZ9', 'A0', 'A99999999', '5', 'AAAA1', '-1', 'A1A'])}"`,
    ),
  (random, xml) =>
    xml.replace(/<row r="\d+"/, `<row r="${random.pick(['1048577', '999999999999', '-3', '0', 'x', '1e5', ''])}"`),
  (random, xml) => xml.replace(/<v>\d+<\/v>/, `<v>${random.pick(['99999999', '-1', 'NaN', '1e999', 'abc', ''])}</v>`),
  (random, xml) => xml.replace(/ t="[a-zA-Z]+"/, ` t="${random.pick(['s', 'b', 'e', 'd', 'zzz', 'n', ''])}"`),
  (random, xml) =>
    xml
      .replace(
        '<worksheet',
        `<!DOCTYPE l [${Array.from({ length: 10 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')}]><worksheet`,
      )
      .replace(/<t [^>]*>/, (tag) => `${tag}&l9;${random.int(0, 9)}`),
  (random, xml) =>
    xml.replace(/<t [^>]*>/, (tag) => `${tag}${random.pick(['&unknown;', '&#0;', '&#xFFFFFFF;', '&', '&#55296;'])}`),
  (_, xml) => xml.replace('<sheetData>', `${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}<sheetData>`),
  (_, xml) => xml.replace(/<t [^>]*>/, (tag) => `${tag}${'я'.repeat(150_000)}`),
  (_, xml) => xml.replace(/<c [^>]*>/, (tag) => `${tag.slice(0, -1)} z="${'я'.repeat(5_000_000)}">`),
  (random, xml) =>
    xml.replace(
      '</worksheet>',
      `<mergeCells>${Array.from({ length: random.pick([10, 3000]) }, () => `<mergeCell ref="${letters(random.int(0, 20))}${random.int(1, 40)}:${letters(random.int(0, 20))}${random.int(1, 1_048_576)}"/>`).join('')}</mergeCells></worksheet>`,
    ),
  (random, xml) =>
    xml.replace('encoding="UTF-8"', `encoding="${random.pick(['windows-1251', 'UTF-16', 'x-none', 'koi8-r'])}"`),
  (_, xml) => `${xml}${xml}`,
  (_, xml) => xml.replace('<sheetData>', '<dimension ref="A1:XFD1048576"/><sheetData>'),
  (_, xml) => xml.replace('<sheetData>', '<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row>'),
  (random, xml) => xml.replace(/ref="[^"]+"/, `ref="${random.pick(['A1', ':', 'A1:XFD1048576', '1:1', 'B5:A1'])}"`),
]

const markup: Damage = async (random, _, grid) => {
  const made = partsOf(grid, how(random))
  const index = random.int(0, rude.length - 1)
  const other = random.next() < 0.2 ? random.pick(Object.keys(made)) : sheet
  made[other] = rude[index]?.(random, made[other] ?? '') ?? ''
  return { name: `markup ${index} in ${other}`, extension: 'xlsx', bytes: await zipped(made), whole: false }
}

/** Some kilobytes that unpack to 24 megabytes, told of honestly or not. */
const bomb: Damage = async (random, _, grid) => {
  const made: Record<string, string | Buffer> = partsOf(grid, how(random))
  const name = random.pick([sheet, 'xl/sharedStrings.xml', 'xl/styles.xml', 'xl/media/image1.bin'])
  made[name] = Buffer.alloc(24 * 1024 * 1024, 0x20)
  const bytes = await zipped(made, 9)
  if (random.next() < 0.5) return { name: `bomb in ${name}`, extension: 'xlsx', bytes, whole: false, refused: true }
  // The directory says it is small.
  for (
    let at = bytes.indexOf('PK\x01\x02', 0, 'latin1');
    at !== -1;
    at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1')
  ) {
    if (bytes.readUInt32LE(at + 24) === 24 * 1024 * 1024) bytes.writeUInt32LE(1000, at + 24)
  }
  const read = name !== 'xl/media/image1.bin'
  return { name: `lying bomb in ${name}`, extension: 'xlsx', bytes, whole: false, ...(read ? { refused: true } : {}) }
}

const damages: readonly (readonly [Damage, number])[] = [
  [flipped, 20],
  [cut, 12],
  [stirred, 10],
  [noise, 6],
  [other, 8],
  [parts, 12],
  [lying, 8],
  [markup, 22],
  [bomb, 2],
]

export function damage(random: Random, sound: Sound, grid: Grid): Promise<Damaged> | Damaged {
  let left = random.int(
    1,
    damages.reduce((sum, [, weight]) => sum + weight, 0),
  )
  for (const [work, weight] of damages) {
    left -= weight
    if (left <= 0) return work(random, sound, grid)
  }
  throw new Error('No damage')
}
