import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
/** Foreign files are read in a thread, and threads are started by file. */
const reader = at('./tests/support/reader-bundle.ts')
const alias = { '@shared': at('./src/shared'), '@store': at('./src/main/store') }

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        // Half of a busy machine is slow: a test hangs after a minute, not after five seconds.
        test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 60_000 },
      },
      {
        resolve: { alias },
        test: { name: 'transport', include: ['tests/transport/**/*.test.ts'], testTimeout: 30_000 },
      },
      // Run by `npm run bench` only.
      ...(process.env.METODIST_BENCH === '1'
        ? [
            {
              resolve: { alias },
              test: {
                name: 'bench',
                include: ['tests/bench/**/*.bench.ts'],
                testTimeout: 3_600_000,
                globalSetup: reader,
              },
            },
          ]
        : []),
      {
        resolve: { alias },
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts', 'tests/fuzz/**/*.test.ts'],
          globalSetup: reader,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
