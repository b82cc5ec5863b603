import { Counting, type Definition, type Level, type List, lastLevel, type Numbered } from '../counting'
import { type DocFile, parts } from './header'

const formats: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  22: 'decimalZero',
  23: 'bullet',
  58: 'russianLower',
  59: 'russianUpper',
  255: 'none',
}

/** Lists of an old document. Where their description breaks off, the lists after it are not known. */
export class DocLists {
  private readonly lists: { list: List; definition: number }[] = []
  private readonly definitions: ReadonlyMap<number, Definition>
  private readonly counting = new Counting()

  constructor(file: DocFile) {
    this.definitions = definitionsOf(file)
    try {
      this.readLists(file)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
    }
  }

  /** `list` as the paragraph has it: from 1. */
  next(list: number, level: number): Numbered | null {
    const found = this.lists[list - 1]
    const definition = found && this.definitions.get(found.definition)
    if (!found || !definition) return null
    return this.counting.next(String(list), found.list, definition, Math.min(level, lastLevel))
  }

  private readLists(file: DocFile): void {
    const bytes = file.part(parts.listFormats)
    if (bytes.length < 4) return
    const count = Math.min(bytes.readUInt32LE(0), Math.floor(bytes.length / 16))
    const overrides: number[] = []
    for (let index = 0; index < count; index++) {
      const at = 4 + 16 * index
      this.lists.push({ definition: bytes.readInt32LE(at), list: { starts: new Map(), levels: new Map() } })
      overrides.push(bytes[at + 12] ?? 0)
    }
    let at = 4 + 16 * count
    for (const [index, levels] of overrides.entries()) {
      at += 4
      const starts = new Map<number, number>()
      const own = new Map<number, Level>()
      for (let number = 0; number < levels; number++) {
        const start = bytes.readInt32LE(at)
        const flags = bytes.readUInt32LE(at + 4)
        at += 8
        const level = flags & 0xf
        if ((flags & 0x20) !== 0) {
          const read = levelAt(bytes, at)
          own.set(level, read.level)
          at += read.size
          if ((flags & 0x10) !== 0) starts.set(level, read.level.start)
        } else if ((flags & 0x10) !== 0) starts.set(level, start)
      }
      const known = this.lists[index]
      if (known) known.list = { starts, levels: own }
    }
  }
}

function definitionsOf(file: DocFile): Map<number, Definition> {
  const found = new Map<number, Definition>()
  const { bytes, size } = file.from(parts.lists)
  if (bytes.length < 2) return found
  const count = bytes.readUInt16LE(0)
  let at = size
  try {
    for (let index = 0; index < count; index++) {
      const head = 2 + 28 * index
      const id = bytes.readInt32LE(head)
      const simple = ((bytes[head + 26] ?? 0) & 1) !== 0
      const levels = new Map<number, Level>()
      for (let level = 0; level < (simple ? 1 : 9); level++) {
        const read = levelAt(bytes, at)
        levels.set(level, read.level)
        at += read.size
      }
      found.set(id, { id: String(id), levels })
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return found
}

/** @throws RangeError where the bytes end */
function levelAt(bytes: Buffer, at: number): { level: Level; size: number } {
  const flags = bytes.readUInt8(at + 5)
  const head = 28 + bytes.readUInt8(at + 24) + bytes.readUInt8(at + 25)
  const length = bytes.readUInt16LE(at + head)
  const raw = bytes.toString('utf16le', at + head + 2, at + head + 2 + 2 * length)
  const size = head + 2 + 2 * length
  if (at + size > bytes.length) throw new RangeError('A level is cut')
  const format = formats[bytes.readUInt8(at + 4)] ?? 'decimal'
  return {
    level: {
      start: bytes.readInt32LE(at),
      format,
      // Characters 0 to 8 stand for the numbers of the levels.
      text:
        format === 'bullet'
          ? raw
          : raw.replaceAll('%', '').replace(/./gsu, (sign) => (sign < '\t' ? `%${sign.charCodeAt(0) + 1}` : sign)),
      restart: (flags & 0x08) !== 0 ? bytes.readUInt8(at + 26) : null,
      legal: (flags & 0x04) !== 0,
      style: null,
    },
    size,
  }
}
