/** One change of a property: its code and where its value lies. */
export interface Sprm {
  code: number
  /** The value, without the length of one of variable length. */
  value: Buffer
}

export const sprm = {
  styleOfRun: 0x4a30,
  bold: 0x0835,
  hidden: 0x083c,
  deleted: 0x0800,
  special: 0x0855,
  symbol: 0x6a09,
  inTable: 0x2416,
  rowEnd: 0x2417,
  depth: 0x6649,
  innerCell: 0x244b,
  innerRowEnd: 0x244c,
  level: 0x260a,
  list: 0x460b,
  align: 0x2461,
  alignOld: 0x2403,
  outline: 0x2640,
  cells: 0xd608,
  headRow: 0x3404,
  /** The changes lie in the stream of data: they are too many for their page. */
  far: 0x6646,
  farRow: 0x646b,
} as const

const sizes = [1, 1, 2, 4, 2, 2, 0, 3]

/** The changes written one after another; ends where they do not come out. */
export function* sprmsOf(bytes: Buffer): Generator<Sprm> {
  let at = 0
  while (at + 2 <= bytes.length) {
    const code = bytes.readUInt16LE(at)
    at += 2
    let size = sizes[code >> 13] ?? 0
    if (code >> 13 === 6) {
      if (at >= bytes.length) return
      if (code === sprm.cells) {
        if (at + 2 > bytes.length) return
        size = bytes.readUInt16LE(at) - 1
        at += 2
      } else {
        size = bytes[at] ?? 0
        at++
        // Tab stops too many for a byte say so; nothing of interest follows them.
        if (code === 0xc615 && size === 255) return
      }
    }
    if (size < 0 || at + size > bytes.length) return
    yield { code, value: bytes.subarray(at, at + size) }
    at += size
  }
}
