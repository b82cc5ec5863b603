import { readFileSync } from 'node:fs'

/** Busy share of all cores since the last look; 0 where it cannot be told. */
function sample(): { busy: number; all: number } {
  try {
    const numbers = readFileSync('/proc/stat', 'utf8').split('\n')[0]?.split(/\s+/).slice(1).map(Number) ?? []
    const all = numbers.reduce((sum, one) => sum + one, 0)
    return { busy: all - (numbers[3] ?? 0) - (numbers[4] ?? 0), all }
  } catch {
    return { busy: 0, all: 1 }
  }
}

/**
 * Waits for others on this machine to rest: a figure taken beside a build says nothing. Goes on after `patience` ms all
 * the same, with a word, and answers false.
 */
export async function quiet(patience = Number(process.env.METODIST_BENCH_PATIENCE ?? 90_000)): Promise<boolean> {
  const end = Date.now() + patience
  for (;;) {
    const before = sample()
    await new Promise((done) => setTimeout(done, 400))
    const after = sample()
    const share = (after.busy - before.busy) / Math.max(1, after.all - before.all)
    if (share < 0.15) return true
    if (Date.now() > end) {
      process.stdout.write(`The machine is busy (${Math.round(share * 100)} %): figures may be too high.\n`)
      return false
    }
  }
}

/** Processor time of this process, ms: on a busy machine what work in one thread would take without the others. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
