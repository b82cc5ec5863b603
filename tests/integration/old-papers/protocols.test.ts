import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ProtocolDraft } from '@shared/contract/old-papers'
import { readProtocol } from '@store/old-papers/protocol/understand-protocol'
import { readOriginal } from '@store/old-papers/reading/read-original'
import { describe, expect, it } from 'vitest'
import { expectedOf, foreignPapers, printedOf, TODAY } from '../../support/old-papers/foreign'
import { longLabels, uncovered, untruthful } from '../../support/old-papers/protocol-words'
import { byField, type ScoreEntry, share } from '../../support/old-papers/score'
import { type ProtocolPaper, scoreProtocol } from '../../support/old-papers/score-protocol'

const seeds = join(__dirname, '../../../../shared/seeds')

async function read(file: string) {
  const { original } = await readOriginal(file)
  const { understood, labels } = readProtocol(original, TODAY)
  const json = printedOf<ProtocolPaper>(original, understood)
  return { original, understood, labels, json }
}

describe('protocols of other districts', () => {
  const entries: ScoreEntry[] = []

  it.each(foreignPapers(['seen', 'heldout'], 'protocol'))('%s', async (name, file) => {
    const { original, understood, labels, json } = await read(file)
    const scored = scoreProtocol(json, expectedOf<ProtocolPaper>(file))
    entries.push(...scored)
    for (const { path, got, expected } of scored.filter(({ right }) => !right)) {
      console.info(`${name} ${path}\n  нужно: ${expected}\n  есть:  ${got}`)
    }
    expect(ProtocolDraft.safeParse(understood.protocol).error).toBeUndefined()
    expect(uncovered(original, understood, labels)).toEqual([])
    expect(longLabels(original, labels)).toEqual([])
    expect(untruthful(original, understood)).toEqual([])
    expect(share(scored)).toBeGreaterThan(0.85)
  })

  it('are right in 97 of 100 fields', () => {
    for (const { field, right, all } of byField(entries)) console.info(`${field.padEnd(22)} ${right} из ${all}`)
    console.info(`всего ${(share(entries) * 100).toFixed(2)} %`)
    expect(share(entries)).toBeGreaterThanOrEqual(0.97)
  })
})

describe.skipIf(!existsSync(seeds))('the real protocols', () => {
  it.each(['docx', 'txt'])('of Neklinovsky: ten items, the vote, ten decisions, both slips: .%s', async (form) => {
    const { original, understood, labels, json } = await read(join(seeds, `protocol-neklinovsky-2023-09-08.${form}`))
    expect(json).toMatchObject({ number: '1', date: '2023-09-08', time: null, attendance: { count: 29 }, theme: null })
    expect(json.items).toHaveLength(10)
    expect(json.items.map(({ decisions }) => decisions.length)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1])
    expect(json.items.map(({ vote }) => vote)).toEqual([
      { for: 29, against: 0, abstained: 0 },
      ...Array.from({ length: 9 }, () => null),
    ])
    const codes = json.warnings.map((warning) => (warning as { code: string }).code)
    expect(codes).toEqual(expect.arrayContaining(['school-year-mismatch', 'due-mismatch']))
    expect(uncovered(original, understood, labels)).toEqual([])
    expect(json.unrecognised).toEqual([])
  })

  it.each(['docx', 'txt'])('of Khabarovsk: fifteen decisions, their addressees and every due: .%s', async (form) => {
    const { original, understood, labels, json } = await read(join(seeds, `protocol-khabarovsk-2024-01-16.${form}`))
    expect(json).toMatchObject({
      number: null,
      date: '2024-01-16',
      time: '14:30',
      attendance: { count: 21 },
      chairs: [],
    })
    expect(understood.protocol.secretary?.position).toMatch(/^руководитель .{20,}$/u)
    expect(json.decisions.map(({ n }) => n)).toEqual(Array.from({ length: 15 }, (_, at) => String(at + 1)))
    expect(json.decisions.map(({ item }) => item)).toEqual(Array.from({ length: 15 }, () => null))
    expect(json.decisions.map(({ addressees }) => addressees.length)).toEqual(Array.from({ length: 15 }, () => 1))
    expect(json.decisions.map(({ due }) => due.length)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 3, 2])
    expect(uncovered(original, understood, labels)).toEqual([])
    expect(json.unrecognised).toEqual([])
  })
})
