import { at, node24 } from './lib/paths.mjs'
import { run, say } from './lib/run.mjs'

/**
 * `npm run fuzz`: damaged and foreign files by the thousand, through the readers and the comparison of imports, and through those of
 * papers. `--count N` is how many damaged ones (10,000 of tables and of papers by default; a fifth as many foreign),
 * `--seed N` repeats a run, `--only damaged|foreign|papers`. `npm test` runs the short form: 1,000, 200 and 400.
 */
const shortForm = 1000

function option(name, fallback) {
  const index = process.argv.indexOf(`--${name}`)
  return index === -1 ? fallback : process.argv[index + 1]
}

const count = Number(option('count', '10000'))
const seed = option('seed', String(Date.now() % 1_000_000_007))
const only = option('only', '')
say(
  `Испорченных файлов: ${count}, METODIST_SEED=${seed} · Fuzz: ${count} damaged files and papers, a fifth as many foreign`,
)
const files = only === '' ? ['tests/fuzz'] : [`tests/fuzz/${only}`]
const env = {
  METODIST_FUZZ: String(count / shortForm),
  METODIST_SEED: seed,
  VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true',
}
const vitest = [
  at('node_modules/vitest/vitest.mjs'),
  'run',
  '--project',
  'integration',
  '--testTimeout',
  '36000000',
  ...files,
]
process.exit(await run(node24(), vitest, { env }))
