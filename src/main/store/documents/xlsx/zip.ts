import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { crc32, createDeflateRaw, type DeflateRaw } from 'node:zlib'

/** Bytes gathered before they go to the compressor: small portions cost more than what they hold. */
const PORTION = 256 * 1024
const LIMIT = 0xffffffff
/** Bit 3: sizes follow the data; bit 11: names are UTF-8. */
const FLAGS = 0x0808
const DEFLATE = 8

interface Entry {
  name: Buffer
  offset: number
  crc: number
  compressed: number
  size: number
}

/**
 * A zip archive poured into a stream, entry after entry, never held in memory: sizes and sums follow the data of each
 * entry. It waits for the stream, so that a slow disk does not fill the memory.
 * @throws RangeError over 4 GB
 */
export class ZipWriter {
  private readonly entries: Entry[] = []
  private offset = 0

  constructor(private readonly out: Writable) {}

  /** One entry whole. */
  async file(name: string, text: string): Promise<void> {
    await this.entry(name, (write) => write(text))
  }

  /** One entry in portions: `write` is waited for. */
  async entry(name: string, fill: (write: (text: string) => Promise<void>) => Promise<void>): Promise<void> {
    const entry: Entry = { name: Buffer.from(name), offset: this.offset, crc: 0, compressed: 0, size: 0 }
    await this.put(localHeader(entry.name))
    const deflate = createDeflateRaw({ level: 6 })
    const copying = this.copy(deflate, entry)
    // Whatever breaks the filling is what the caller hears of.
    copying.catch(() => undefined)
    try {
      let waiting = ''
      const send = async (): Promise<void> => {
        const bytes = Buffer.from(waiting)
        waiting = ''
        entry.crc = crc32(bytes, entry.crc)
        entry.size += bytes.length
        if (!deflate.write(bytes)) await Promise.race([once(deflate, 'drain'), copying])
      }
      await fill(async (text) => {
        waiting += text
        if (waiting.length >= PORTION) await send()
      })
      await send()
      deflate.end()
      await copying
    } catch (error) {
      deflate.destroy()
      throw error
    }
    if (entry.size > LIMIT || this.offset > LIMIT) throw new RangeError('The archive is over 4 GB')
    await this.put(descriptor(entry))
    this.entries.push(entry)
  }

  /** The list of entries, without which it is no archive. */
  async end(): Promise<void> {
    const start = this.offset
    for (const entry of this.entries) await this.put(centralHeader(entry))
    await this.put(endRecord(this.entries.length, this.offset - start, start))
  }

  private async copy(deflate: DeflateRaw, entry: Entry): Promise<void> {
    for await (const chunk of deflate as AsyncIterable<Buffer>) {
      entry.compressed += chunk.length
      await this.put(chunk)
    }
  }

  private async put(bytes: Buffer): Promise<void> {
    this.offset += bytes.length
    if (!this.out.write(bytes)) await once(this.out, 'drain')
  }
}

/** 1 January 2000 in MS-DOS form: the files inside have no time of their own. */
const DOS_DATE = ((2000 - 1980) << 9) | (1 << 5) | 1

function localHeader(name: Buffer): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(FLAGS, 6)
  head.writeUInt16LE(DEFLATE, 8)
  head.writeUInt16LE(DOS_DATE, 12)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, name])
}

function descriptor(entry: Entry): Buffer {
  const tail = Buffer.alloc(16)
  tail.writeUInt32LE(0x08074b50, 0)
  tail.writeUInt32LE(entry.crc, 4)
  tail.writeUInt32LE(entry.compressed, 8)
  tail.writeUInt32LE(entry.size, 12)
  return tail
}

function centralHeader(entry: Entry): Buffer {
  const head = Buffer.alloc(46)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(20, 6)
  head.writeUInt16LE(FLAGS, 8)
  head.writeUInt16LE(DEFLATE, 10)
  head.writeUInt16LE(DOS_DATE, 14)
  head.writeUInt32LE(entry.crc, 16)
  head.writeUInt32LE(entry.compressed, 20)
  head.writeUInt32LE(entry.size, 24)
  head.writeUInt16LE(entry.name.length, 28)
  head.writeUInt32LE(entry.offset, 42)
  return Buffer.concat([head, entry.name])
}

function endRecord(count: number, size: number, start: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(start, 16)
  return end
}
