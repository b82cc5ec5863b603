import { join } from 'node:path'
import { defineConfig } from 'playwright/test'

/** End to end on real Electron. `scripts/test.mjs` names a folder that the test user can write to. */
const outputs = process.env.METODIST_TEST_OUTPUT ?? 'test-results'

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.test.ts',
  outputDir: join(outputs, 'e2e'),
  // Windows compete for focus and two cores.
  workers: 1,
  fullyParallel: false,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: join(outputs, 'e2e.json') }]],
  forbidOnly: process.env.CI !== undefined,
})
