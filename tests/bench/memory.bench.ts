import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { sampleDistrict } from './support/districts'
import { emptyWindow, own, ownFolder, program, type StartOptions, startElectron } from './support/electron'
import { median, printFigures } from './support/figures'
import { memoryOf, type Share } from './support/processes'
import * as screens from './support/screens'

const runs = Number(process.env.METODIST_BENCH_RUNS ?? 5)
/** After the window is up; and after the first look for a backup, which runs a job. */
const idle = 12_000
const afterBackup = 35_000

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))
const sum = (shares: readonly Share[]): number => shares.reduce((all, { mib }) => all + mib, 0)

async function measure(options: Omit<StartOptions, 'stay'>, moments: readonly number[]): Promise<Share[][]> {
  const started = await startElectron({ ...options, stay: true })
  const found: Share[][] = []
  let at = 0
  for (const moment of moments) {
    await wait(moment - at)
    at = moment
    found.push(memoryOf(started.pid))
  }
  await started.quit()
  return found
}

it.runIf(process.platform === 'linux')('memory of all processes at rest, against an empty window', async () => {
  const sample = await sampleDistrict()
  const empties: number[] = []
  const ours: number[] = []
  const later: number[] = []
  let last: Share[] = []
  for (let run = 0; run < runs; run++) {
    const data = join(ownFolder(), 'data')
    cpSync(sample, data, { recursive: true })
    own(data)
    const [empty] = await measure({ app: emptyWindow, usable: screens.empty, userDataDir: ownFolder() }, [idle])
    const moments = run === 0 ? [idle, afterBackup] : [idle]
    const options = { app: program, usable: screens.desk, userDataDir: ownFolder(), args: ['--data', data] }
    const [rest, backedUp] = await measure(options, moments)
    empties.push(sum(empty ?? []))
    ours.push(sum(rest ?? []))
    last = rest ?? []
    if (backedUp) later.push(sum(backedUp))
  }
  const more = median(ours) - median(empties)
  const mib = (value: number): string => `${value.toFixed(0)} MiB`
  printFigures(`Memory at rest (PSS of all processes), median of ${runs}`, [
    { what: 'empty Electron window', value: mib(median(empties)) },
    { what: 'ours, the desk of the sample district', value: mib(median(ours)) },
    { what: 'ours more by', value: mib(more), budget: '150 MiB', kept: more <= 150 },
    { what: 'ours after the first backup', value: mib(median(later)) },
    ...last.map(({ kind, mib: share }) => ({ what: `  ${kind}`, value: mib(share) })),
  ])
  expect(more).toBeLessThanOrEqual(150)
})
