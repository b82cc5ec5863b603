import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { pagesOfDestinations } from '../../../src/main/shell/system/pdf-destinations'

/** A PDF as Chromium writes it: pages in a tree, streams of bytes between objects, places by name. */
function pdf(objects: readonly string[]): Buffer {
  return Buffer.from(`%PDF-1.4\n%\xD3\xEB\xE9\xE1\n${objects.join('\n')}\nxref\n0 1\n`, 'latin1')
}

const stream = (id: number, text: string): string =>
  `${id} 0 obj\n<</Filter /FlateDecode\n/Length 10>> stream\n${deflateSync(text).toString('latin1')}\nendstream\nendobj`
const page = (id: number): string => `${id} 0 obj\n<</Type /Page\n/MediaBox [0 0 595 842]\n/Contents 90 0 R>>\nendobj`

describe('places of a PDF', () => {
  test('have the pages they stand on, in the order of the tree and not of the file', () => {
    const file = pdf([
      page(7),
      stream(90, '/false [7 0 R /XYZ 0 0 0] '.repeat(20)),
      page(3),
      page(5),
      '10 0 obj\n<</Type /Pages\n/Count 2\n/Kids [3 0 R 7 0 R]\n/Parent 12 0 R>>\nendobj',
      '12 0 obj\n<</Type /Pages\n/Count 3\n/Kids [10 0 R 5 0 R]>>\nendobj',
      '20 0 obj\n<</report_one [3 0 R /XYZ 72 700.5 0]\n/report_two [5 0 R /XYZ 0 842 0]>>\nendobj',
      '21 0 obj\n<</Names [(report-three) [7 0 R /XYZ 0 0 0]]>>\nendobj',
      '30 0 obj\n<</Type /Catalog\n/Pages 12 0 R\n/Dests 20 0 R>>\nendobj',
    ])
    expect(pagesOfDestinations(file)).toEqual(
      new Map([
        ['report_one', 1],
        ['report_two', 3],
        ['report-three', 2],
      ]),
    )
  })

  test('a file without them, or of another make, names none', () => {
    expect(pagesOfDestinations(pdf([page(3), '4 0 obj\n<</Type /Catalog\n/Pages 3 0 R>>\nendobj'])).size).toBe(0)
    expect(pagesOfDestinations(Buffer.from('%PDF-1.7 nothing of the kind')).size).toBe(0)
    const loop = '10 0 obj\n<</Type /Pages /Kids [10 0 R]>>\nendobj\n11 0 obj\n<</Type /Catalog /Pages 10 0 R>>\nendobj'
    expect(pagesOfDestinations(pdf([loop])).size).toBe(0)
  })
})
