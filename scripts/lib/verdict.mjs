import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { root } from './paths.mjs'

/**
 * What a suite's JSON report says: `{ passed, failed }`, where `failed` names each failure with its first lines. A long run
 * is often read by its end only, so the names are printed there again.
 */
export function verdictOfVitest({ numPassedTests, testResults }) {
  const failed = []
  for (const file of testResults) {
    const name = relative(root, file.name)
    // A file that does not load has no tests to fail.
    if (file.status === 'failed' && file.assertionResults.length === 0) failed.push(told(name, file.message))
    for (const test of file.assertionResults)
      if (test.status === 'failed') failed.push(told(`${name} › ${test.fullName}`, test.failureMessages[0]))
  }
  return { passed: numPassedTests, failed }
}

export function verdictOfPlaywright({ stats, errors, suites }) {
  const failed = errors.map((error) => told('playwright', error.message))
  const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)]
  for (const spec of suites.flatMap(specsOf)) {
    const unexpected = spec.tests.find((test) => test.status === 'unexpected')
    if (unexpected === undefined) continue
    const message = unexpected.results.at(-1)?.error?.message
    failed.push(told(`tests/e2e/${spec.file}:${spec.line} › ${spec.title}`, message))
  }
  return { passed: stats.expected + stats.flaky, failed }
}

function told(name, message) {
  const lines = stripVTControlCharacters(message ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '')
  return [name, ...lines.slice(0, 6).map((line) => `    ${line}`)].join('\n')
}
