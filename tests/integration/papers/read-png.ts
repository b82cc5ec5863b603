import { inflateSync } from 'node:zlib'

/** A PNG by its specification (8 bits, RGB or RGBA, not interlaced), read without any library of pictures. */
export interface Png {
  width: number
  height: number
  /** 0 black … 255 white. */
  grey(x: number, y: number): number
}

export function readPng(file: Buffer): Png {
  if (file.subarray(1, 4).toString('latin1') !== 'PNG') throw new Error('not a PNG')
  const parts: Buffer[] = []
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at)
    if (file.subarray(at + 4, at + 8).toString('latin1') === 'IDAT') parts.push(file.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const [width, height, bits, colour] = [file.readUInt32BE(16), file.readUInt32BE(20), file[24], file[25]]
  const size = colour === 6 ? 4 : 3
  if (bits !== 8 || (colour !== 6 && colour !== 2)) throw new Error(`not read here: ${bits} bits, colour ${colour}`)
  const pixels = unfiltered(inflateSync(Buffer.concat(parts)), height, width * size, size)
  return {
    width,
    height,
    grey: (x, y) => {
      const at = (y * width + x) * size
      return ((pixels[at] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0)) / 3
    },
  }
}

/** Share of the pixels of a box darker than the middle. */
export function darkness(png: Png, box: { x: number; y: number; width: number; height: number }): number {
  let dark = 0
  for (let y = box.y; y < box.y + box.height; y++)
    for (let x = box.x; x < box.x + box.width; x++) if (png.grey(x, y) < 128) dark++
  return dark / (box.width * box.height)
}

function unfiltered(data: Buffer, height: number, row: number, size: number): Uint8Array {
  const pixels = new Uint8Array(height * row)
  for (let y = 0; y < height; y++) {
    const filter = data[y * (row + 1)] ?? 0
    for (let x = 0; x < row; x++) {
      const left = x >= size ? (pixels[y * row + x - size] ?? 0) : 0
      const up = y > 0 ? (pixels[(y - 1) * row + x] ?? 0) : 0
      const corner = x >= size && y > 0 ? (pixels[(y - 1) * row + x - size] ?? 0) : 0
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0
      pixels[y * row + x] = (data[y * (row + 1) + 1 + x] ?? 0) + guess
    }
  }
  return pixels
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}
