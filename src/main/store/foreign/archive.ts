import { crc32 } from 'node:zlib'
import yauzl from 'yauzl'
import { maxEntries, maxRatio, maxUnpackedBytes, ratioFrom } from './limits'
import { pulse } from './pulse'
import type { Refusals } from './refusals'

/** A ZIP read with suspicion: sizes are checked as declared and again while unpacking, and every part by its checksum. */
export interface Archive {
  has(name: string): boolean
  /** Declared size. */
  size(name: string): number
  names(): string[]
  /** Unpacks a part. @throws AppError `file-too-big`, `file-unreadable` */
  stream(name: string): AsyncGenerator<Buffer>
  /** A whole part as text. @throws as `stream` */
  text(name: string, maxBytes: number): Promise<string>
  close(): void
}

export async function openArchive(file: string, refuse: Refusals): Promise<Archive> {
  const zip = await yauzl.openPromise(file, { lazyEntries: true, autoClose: false })
  try {
    const entries = await entriesOf(zip, file, refuse)
    return archiveOf(zip, entries, file, refuse)
  } catch (error) {
    zip.close()
    throw error
  }
}

/** Names are compared without case: some writers name parts in another case than they refer to them by. */
const keyOf = (name: string): string => name.replace(/^\/+/, '').toLowerCase()

function entriesOf(zip: yauzl.ZipFile, file: string, refuse: Refusals): Promise<Map<string, yauzl.Entry>> {
  if (zip.entryCount > maxEntries) throw refuse.tooBig(file, 'внутри слишком много частей')
  const found = new Map<string, yauzl.Entry>()
  let unpacked = 0
  return new Promise((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', () => resolve(found))
    zip.on('entry', (entry: yauzl.Entry) => {
      unpacked += entry.uncompressedSize
      if (unpacked > maxUnpackedBytes || swollen(entry.compressedSize, entry.uncompressedSize)) {
        reject(refuse.bomb(file))
        return
      }
      if (found.has(keyOf(entry.fileName))) {
        reject(refuse.damaged(file, `часть «${entry.fileName}» записана дважды`))
        return
      }
      found.set(keyOf(entry.fileName), entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
}

const swollen = (packed: number, unpacked: number): boolean =>
  unpacked > ratioFrom && unpacked > Math.max(packed, 1) * maxRatio

function archiveOf(zip: yauzl.ZipFile, entries: Map<string, yauzl.Entry>, file: string, refuse: Refusals): Archive {
  let unpackedInAll = 0
  const entryOf = (name: string): yauzl.Entry => {
    const entry = entries.get(keyOf(name))
    if (!entry) throw refuse.damaged(file, `в нём нет части «${name}»`)
    if (entry.isEncrypted()) throw refuse.damaged(file, 'его части зашифрованы')
    return entry
  }
  async function* stream(name: string): AsyncGenerator<Buffer> {
    const entry = entryOf(name)
    const source = await zip.openReadStreamPromise(entry)
    let unpacked = 0
    let sum = 0
    try {
      for await (const chunk of source as AsyncIterable<Buffer>) {
        pulse()
        unpacked += chunk.length
        unpackedInAll += chunk.length
        // Twice: a sheet is passed over once for what stands after its rows.
        if (unpackedInAll > 3 * maxUnpackedBytes || swollen(entry.compressedSize, unpacked)) throw refuse.bomb(file)
        sum = crc32(chunk, sum)
        yield chunk
      }
    } finally {
      source.destroy()
    }
    if (sum !== entry.crc32) throw refuse.damaged(file, `не сходится контрольная сумма части «${entry.fileName}»`)
  }
  return {
    has: (name) => entries.has(keyOf(name)),
    size: (name) => entryOf(name).uncompressedSize,
    names: () => [...entries.keys()],
    stream,
    async text(name, maxBytes) {
      if (entryOf(name).uncompressedSize > maxBytes) throw refuse.tooBig(file, `часть «${name}» слишком велика`)
      let text = ''
      for await (const part of decoded(stream(name))) text += part
      return text
    },
    close: () => zip.close(),
  }
}

/** Text of an XML part in whatever encoding it declares. @throws TypeError on bytes that are not of that encoding */
export async function* decoded(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true })
    yield decoder.decode(chunk, { stream: true })
  }
  if (decoder) yield decoder.decode()
}

function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const declared = /^[^>]{0,100}encoding\s*=\s*["']([\w-]{2,20})["']/.exec(head.toString('latin1', 0, 200))
  return declared?.[1] ?? 'utf-8'
}
