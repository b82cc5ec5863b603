import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Original } from '@shared/contract/old-papers'
import { readOriginal } from '@store/old-papers/reading/read-original'
import { expect, it } from 'vitest'

/** The real papers lie beside the project, not in it. */
const seeds = [resolve(import.meta.dirname, '../../../../shared/seeds')].find((folder) => existsSync(folder))
if (!seeds) console.warn('Пропущено: нет образцов документов (../shared/seeds).')
const read = async (name: string): Promise<Original> => (await readOriginal(join(seeds ?? '', name))).original

/** Cells as a person compares them: the text has empty lines around what a cell says that the document lacks. */
function grid({ tables, lines }: Original): string[] {
  return (tables[0]?.cells ?? []).map(({ row, column, columnSpan, from, to }) => {
    const text = lines
      .slice(from, to)
      .map((line) => line.text.trimEnd())
      .join('\n')
    return `${row},${column},${columnSpan}: ${text.replace(/ +\n/g, '\n').trim()}`
  })
}

const words = ({ lines }: Original): string[] =>
  lines.flatMap(({ text }) => text.split(/\s+/).filter((word) => word !== ''))

it.skipIf(seeds === undefined)(
  'the road map is the same table in Word and in the text (without ../shared/seeds: skipped)',
  async () => {
    const word = await read('roadmap-khabarovsk-2024.docx')
    const text = await read('roadmap-khabarovsk-2024.txt')
    expect(word.tables).toMatchObject([{ rows: 25, columns: 6 }])
    expect(word.tables[0]?.cells.filter(({ columnSpan }) => columnSpan === 6)).toHaveLength(5)
    expect(grid(text)).toEqual(grid(word))
  },
)

it.skipIf(seeds === undefined).each(['protocol-khabarovsk-2024-01-16', 'protocol-neklinovsky-2023-09-08'])(
  '%s has the same words in Word and in the text',
  async (name) => {
    const word = await read(`${name}.docx`)
    const text = await read(`${name}.txt`)
    expect(words(text)).toEqual(words(word))
    expect(text.tables).toEqual([])
  },
)
