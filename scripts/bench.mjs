import { existsSync, readdirSync } from 'node:fs'
import { ensureBuild } from './lib/build.mjs'
import { at } from './lib/paths.mjs'
import { runNode, say } from './lib/run.mjs'
import { setup } from './setup.mjs'

/**
 * `npm run bench [-- NAME …]`: runs tests/bench/NAME.bench.ts, each in a process of its own (vitest loads it as a test
 * that prints its figures and fails over budget); all of them without a name.
 */
await setup({ window: false })
await ensureBuild()
const dir = at('tests/bench')
const names = process.argv.slice(2)
const all = existsSync(dir)
  ? readdirSync(dir)
      .filter((name) => name.endsWith('.bench.ts'))
      .sort()
  : []
const chosen = names.length === 0 ? all : all.filter((file) => names.includes(file.replace('.bench.ts', '')))
if (chosen.length === 0) say('Измерять нечего. · There is nothing to measure.')
let worst = 0
for (const file of chosen) {
  const code = await runNode(
    at('node_modules/vitest/vitest.mjs'),
    ['run', '--project', 'bench', `tests/bench/${file}`],
    {
      env: { METODIST_BENCH: '1' },
    },
  )
  worst = Math.max(worst, code)
}
process.exit(worst)
