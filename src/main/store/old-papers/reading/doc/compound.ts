/**
 * The container of old Office files: streams in chains of sectors. Whatever a chain says, a sector is taken once and nothing
 * outside the file is.
 */
export class Compound {
  private readonly sectorSize: number
  private readonly miniSize: number
  private readonly miniCutoff: number
  private readonly fat: readonly number[]
  private readonly miniFat: readonly number[]
  private readonly entries: readonly Entry[]
  private readonly mini: Buffer

  /** @throws RangeError where the file ends too early */
  constructor(private readonly bytes: Buffer) {
    this.sectorSize = 1 << clamp(bytes.readUInt16LE(30), 7, 16)
    this.miniSize = 1 << clamp(bytes.readUInt16LE(32), 4, 12)
    this.miniCutoff = bytes.readUInt32LE(56)
    this.fat = this.allocation()
    this.miniFat = numbers(this.chain(bytes.readUInt32LE(60), this.fat))
    this.entries = entriesOf(this.chain(bytes.readUInt32LE(48), this.fat))
    const root = this.entries[0]
    this.mini = root ? this.chain(root.start, this.fat).subarray(0, root.size) : Buffer.alloc(0)
  }

  /** Bytes of a stream by its name; null: there is none. */
  stream(name: string): Buffer | null {
    const entry = this.entries.find((one) => one.name === name && one.isStream)
    if (!entry) return null
    const small = entry.size < this.miniCutoff
    const whole = small ? this.miniChain(entry.start) : this.chain(entry.start, this.fat)
    return whole.subarray(0, entry.size)
  }

  private sector(index: number): Buffer {
    const from = (index + 1) * this.sectorSize
    return this.bytes.subarray(from, from + this.sectorSize)
  }

  private allocation(): number[] {
    const sectors: number[] = []
    for (let at = 76; at < 512; at += 4) sectors.push(this.bytes.readUInt32LE(at))
    const seen = new Set<number>()
    let next = this.bytes.readUInt32LE(68)
    while (next < free && !seen.has(next)) {
      seen.add(next)
      const listed = numbers(this.sector(next))
      next = listed.pop() ?? free
      sectors.push(...listed)
    }
    const taken = new Set(sectors.filter((index) => index < free))
    const most = this.bytes.length / this.sectorSize
    return [...taken].filter((index) => index < most).flatMap((index) => numbers(this.sector(index)))
  }

  private chain(start: number, table: readonly number[]): Buffer {
    return Buffer.concat([...links(start, table)].map((index) => this.sector(index)))
  }

  private miniChain(start: number): Buffer {
    const parts = [...links(start, this.miniFat)].map((index) =>
      this.mini.subarray(index * this.miniSize, (index + 1) * this.miniSize),
    )
    return Buffer.concat(parts)
  }
}

interface Entry {
  name: string
  isStream: boolean
  start: number
  size: number
}

/** Numbers from here on mean no sector. */
const free = 0xfffffffa

const clamp = (value: number, from: number, to: number): number => Math.min(Math.max(value, from), to)

function* links(start: number, table: readonly number[]): Generator<number> {
  const seen = new Set<number>()
  let next = start
  while (next < free && next < table.length && !seen.has(next)) {
    seen.add(next)
    yield next
    next = table[next] ?? free
  }
}

function numbers(bytes: Buffer): number[] {
  const found: number[] = []
  for (let at = 0; at + 4 <= bytes.length; at += 4) found.push(bytes.readUInt32LE(at))
  return found
}

function entriesOf(directory: Buffer): Entry[] {
  const entries: Entry[] = []
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const length = clamp(directory.readUInt16LE(at + 64) - 2, 0, 62)
    entries.push({
      name: directory.toString('utf16le', at, at + length),
      isStream: directory[at + 66] === 2,
      start: directory.readUInt32LE(at + 116),
      size: directory.readUInt32LE(at + 120),
    })
  }
  return entries
}
