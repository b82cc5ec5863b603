import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { sampleDistrict } from './support/districts'
import { emptyWindow, own, ownFolder, program, startElectron } from './support/electron'
import { median, ms, printFigures, quantile } from './support/figures'
import * as screens from './support/screens'

const runs = Number(process.env.METODIST_BENCH_RUNS ?? 9)

it('a window usable after start, against an empty one', async () => {
  const sample = await sampleDistrict()
  const data = join(ownFolder(), 'data')
  cpSync(sample, data, { recursive: true })
  own(data)
  const ours = { app: program, usable: screens.desk, userDataDir: ownFolder(), args: ['--data', data] }
  const empty = { app: emptyWindow, usable: screens.empty, userDataDir: ownFolder() }
  // Caches of the system and of Chromium warm for both.
  await startElectron(empty)
  await startElectron(ours)
  const times: Record<'empty' | 'ours', number[]> = { empty: [], ours: [] }
  for (let run = 0; run < runs; run++) {
    times.empty.push((await startElectron(empty)).usableAfter)
    times.ours.push((await startElectron(ours)).usableAfter)
  }
  const ratio = median(times.ours) / median(times.empty)
  const spread = (values: number[]): string => `${ms(quantile(values, 0))}–${ms(quantile(values, 1))}`
  printFigures(`Start, ${runs} interleaved runs, sample district`, [
    { what: 'empty Electron window usable', value: `${ms(median(times.empty))} (${spread(times.empty)})` },
    { what: 'ours usable: desk with its data', value: `${ms(median(times.ours))} (${spread(times.ours)})` },
    { what: 'ratio', value: ratio.toFixed(2), budget: '1.5', kept: ratio <= 1.5 },
  ])
  expect(ratio).toBeLessThanOrEqual(1.5)
})
