import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { runE2e } from './e2e.mjs'
import { ensureBuild } from './lib/build.mjs'
import { packFolder } from './lib/pack.mjs'
import { at, node24 } from './lib/paths.mjs'
import { run, runNode, say } from './lib/run.mjs'
import { projectInSight } from './lib/unprivileged.mjs'
import { setup } from './setup.mjs'

/**
 * `npm test`: everything that judges the tree, from style to the real window. Every step runs even after an earlier one
 * failed; the last line is the sum. `--only lint,typecheck,vitest,e2e` runs a part.
 */
const steps = { lint, typecheck, vitest, e2e }
const only = process.argv.includes('--only')
  ? process.argv[process.argv.indexOf('--only') + 1].split(',')
  : Object.keys(steps)

const total = { passed: 0, failed: 0 }
const count = ({ passed, failed }) => {
  total.passed += passed
  total.failed += failed
}

try {
  await setup({ window: only.includes('e2e'), tests: true })
  mkdirSync(at('test-results'), { recursive: true })
  for (const name of only) {
    say(`\n— ${name}`)
    try {
      count(await steps[name]())
    } catch (error) {
      say(error.message)
      count({ passed: 0, failed: 1 })
    }
  }
} catch (error) {
  say(error.message)
  count({ passed: 0, failed: 1 })
}
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`)
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1

/** A step without a count of its own is one check. */
function one(code) {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }
}

async function lint() {
  return one(await runNode(at('node_modules/@biomejs/biome/bin/biome'), ['check', '--error-on-warnings', '.']))
}

async function typecheck() {
  const tsc = at('node_modules/typescript/bin/tsc')
  const first = one(await runNode(tsc, ['-p', 'tsconfig.json', '--noEmit']))
  const second = one(await runNode(tsc, ['-p', 'src/renderer/tsconfig.json', '--noEmit']))
  return { passed: first.passed + second.passed, failed: first.failed + second.failed }
}

async function vitest() {
  const report = at('test-results/vitest.json')
  rmSync(report, { force: true })
  // Some tests start what was built: the store's threads, the headless interface.
  await ensureBuild()
  // Some tests work as another user: read-only folders are none to root.
  const [program, ...args] = [...projectInSight(), node24(), at('node_modules/vitest/vitest.mjs')]
  const code = await run(program, [
    ...args,
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  // A file that does not load has no tests to fail.
  const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  return counted(code, numPassedTests, numFailedTests + broken)
}

async function e2e() {
  await ensureBuild()
  if (process.platform === 'linux') for (const flavour of ['test', 'release']) await packFolder(flavour)
  const { code } = await runE2e()
  const report = at('test-results/e2e.json')
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { stats, errors } = JSON.parse(readFileSync(report, 'utf8'))
  return counted(code, stats.expected + stats.flaky, stats.unexpected + errors.length)
}

/** A suite that ends badly without a failed test (an error outside all of them) has failed nevertheless. */
function counted(code, passed, failed) {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed }
}
