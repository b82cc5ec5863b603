import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseDues } from '@shared/domain/due/parse'
import { describe, expect, it } from 'vitest'
import { type Expected, expectDues, variants } from './paper-dues'

/** The dues of two real papers, worked out by hand. The papers stay where they are: here are only the dues. */

const project = resolve(import.meta.dirname, '../../../..')
const seeds = resolve(project, '../shared/seeds')
const here = existsSync(seeds)
if (!here) console.warn(`Пропущено: нет образцов протоколов (${seeds}).`)

const paper = (name: string): string => readFileSync(resolve(seeds, name), 'utf8')

const city: readonly (readonly Expected[])[] = [
  [['май 2024 года', '2024-05-01', '2024-05-31']],
  [['постоянно', null, null, 'permanent']],
  [['апрель 2024 года', '2024-04-01', '2024-04-30']],
  [['постоянно', null, null, 'permanent']],
  [['постоянно', null, null, 'permanent']],
  [['август 2024 года', '2024-08-01', '2024-08-31']],
  [['октябрь 2024 года', '2024-10-01', '2024-10-31']],
  [['январь - ноябрь 2024 года', '2024-01-01', '2024-11-30']],
  [['апрель 2024 года', '2024-04-01', '2024-04-30']],
  [['сентябрь – октябрь 2024 года', '2024-09-01', '2024-10-31']],
  [['сентябрь – октябрь 2024 года', '2024-09-01', '2024-10-31']],
  [
    ['постоянно', null, null, 'permanent'],
    ['1 раз в квартал', null, null, 'quarterly'],
  ],
  [['по мере обновления данных', null, null, 'on-change']],
  [
    ['февраль', '2024-02-01', '2024-02-29'],
    ['апрель', '2024-04-01', '2024-04-30'],
    ['октябрь 2024 года', '2024-10-01', '2024-10-31'],
  ],
  [
    ['март-май 2024 года', '2024-03-01', '2024-05-31'],
    ['сентябрь-октябрь 2024 года', '2024-09-01', '2024-10-31'],
  ],
]

/** The numbered list between the word over it and the signature, each decision with its own broken lines. */
function cityDecisions(): string[] {
  const source = paper('protocol-khabarovsk-2024-01-16.txt').replace(/\r\n?/gu, '\n')
  const list = /\*\*Решили:\*\*([\s\S]*?)\n\s*Секретарь совещания/u.exec(source)?.[1] ?? ''
  return list
    .split(/\n\s*\d{1,2}\. /u)
    .slice(1)
    .map((decision) => decision.trim())
}

describe.skipIf(!here)('the real city protocol', () => {
  it('is cut into its fifteen decisions', () => {
    expect(cityDecisions()).toHaveLength(city.length)
  })

  it.each(city.map((dues, index) => [index + 1, dues] as const))('decision %d, bold as in the paper', (n, expected) => {
    expectDues(cityDecisions()[n - 1] ?? '', '2024-01-16', expected)
  })

  for (const [name, change] of variants) {
    it.each(city.map((dues, index) => [index + 1, dues] as const))(`decision %d, ${name}`, (n, expected) => {
      const text = (cityDecisions()[n - 1] ?? '').replaceAll('**', '')
      expectDues(change(text), '2024-01-16', expected)
    })
  }
})

describe.skipIf(!here)('the real district protocol', () => {
  it('has two dues in its decisions, one in what was heard, none elsewhere', () => {
    const lines = paper('protocol-neklinovsky-2023-09-08.txt').split(/\r?\n/u)
    const found = lines.flatMap((line) => parseDues(line, { date: '2023-09-08' }))
    expect(found.map(({ text, from, to, recurrence }) => [text, from, to, recurrence])).toEqual([
      ['по мере необходимости', null, null, 'on-change'],
      ['до 10 октября 2022г.', null, '2022-10-10', null],
      ['каждый день', null, null, 'daily'],
    ])
  })
})
