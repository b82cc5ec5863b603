import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { runE2e } from './e2e.mjs'
import { ensureBuild } from './lib/build.mjs'
import { packFolder } from './lib/pack.mjs'
import { at, node24 } from './lib/paths.mjs'
import { run, runNode, say } from './lib/run.mjs'
import { projectInSight } from './lib/unprivileged.mjs'
import { verdictOfPlaywright, verdictOfVitest } from './lib/verdict.mjs'
import { setup } from './setup.mjs'

/**
 * `npm test`: everything that judges the tree, from style to the real window. Every step runs even after an earlier one
 * failed; the end names what failed, and the last line is the sum. `--only lint,typecheck,vitest,e2e` runs a part.
 */
const steps = { lint, typecheck, vitest, e2e }
const only = process.argv.includes('--only')
  ? process.argv[process.argv.indexOf('--only') + 1].split(',')
  : Object.keys(steps)

const total = { passed: 0, failed: [] }
const count = ({ passed, failed }) => {
  total.passed += passed
  total.failed.push(...failed)
}

try {
  await setup({ window: only.includes('e2e'), tests: true })
  mkdirSync(at('test-results'), { recursive: true })
  for (const name of only) {
    say(`\n— ${name}`)
    try {
      count(await steps[name]())
    } catch (error) {
      count({ passed: 0, failed: [`${name}: ${error.message}`] })
    }
  }
} catch (error) {
  count({ passed: 0, failed: [error.message] })
}
for (const failure of total.failed) process.stdout.write(`FAILED ${failure}\n`)
process.stdout.write(`${total.passed} passed, ${total.failed.length} failed\n`)
process.exitCode = total.failed.length === 0 && total.passed > 0 ? 0 : 1

/** A step without a count of its own is one check. */
function one(name, code) {
  return code === 0 ? { passed: 1, failed: [] } : { passed: 0, failed: [name] }
}

async function lint() {
  return one(
    'biome check',
    await runNode(at('node_modules/@biomejs/biome/bin/biome'), ['check', '--error-on-warnings', '.']),
  )
}

async function typecheck() {
  const tsc = at('node_modules/typescript/bin/tsc')
  const checks = []
  for (const config of ['tsconfig.json', 'src/renderer/tsconfig.json'])
    checks.push(one(`tsc -p ${config}`, await runNode(tsc, ['-p', config, '--noEmit'])))
  return {
    passed: checks.reduce((sum, check) => sum + check.passed, 0),
    failed: checks.flatMap((check) => check.failed),
  }
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
  return judged('vitest', code, report, verdictOfVitest)
}

async function e2e() {
  await ensureBuild()
  if (process.platform === 'linux') for (const flavour of ['test', 'release']) await packFolder(flavour)
  const { code } = await runE2e()
  const report = at('test-results/e2e.json')
  return judged('playwright', code, report, verdictOfPlaywright)
}

/** A suite that ends badly without a failed test (an error outside all of them) has failed nevertheless. */
function judged(name, code, report, verdict) {
  if (!existsSync(report)) return { passed: 0, failed: [`${name}: no report was written (exit code ${code})`] }
  const { passed, failed } = verdict(JSON.parse(readFileSync(report, 'utf8')))
  if (code !== 0 && failed.length === 0) failed.push(`${name}: exit code ${code}, though no test failed`)
  return { passed, failed }
}
