import { pathToFileURL } from 'node:url'
import { at, node24 } from './lib/paths.mjs'
import { run, say } from './lib/run.mjs'

/**
 * The long form of the fault tests: the store killed, files damaged, processes racing, hundreds of rounds of each. Takes
 * minutes. `--rounds N` is how many times the short form of `npm test` (40 by default), `--seed N` repeats a run.
 */
function option(args, name, fallback) {
  const index = args.indexOf(`--${name}`)
  if (index === -1) return [fallback, args]
  return [args[index + 1], args.toSpliced(index, 2)]
}

export async function faults(args) {
  const [factor, afterRounds] = option(args, 'rounds', '40')
  const [seed, rest] = option(afterRounds, 'seed', String(Date.now() % 1_000_000_007))
  say(
    `Проверки сбоев: в ${factor} раз длиннее обычных, METODIST_SEED=${seed} · Fault tests, ${factor} × the short form`,
  )
  const folder = rest.length === 0 ? ['tests/integration/faults'] : rest
  const vitest = [at('node_modules/vitest/vitest.mjs'), 'run', '--project', 'integration', ...folder]
  const env = { METODIST_FAULTS: factor, METODIST_SEED: seed, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' }
  return run(node24(), vitest, { env })
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exit(await faults(process.argv.slice(2)))
}
