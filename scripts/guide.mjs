import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { runE2e } from './e2e.mjs'
import { ensureBuild } from './lib/build.mjs'
import { at } from './lib/paths.mjs'
import { say } from './lib/run.mjs'
import { setup } from './setup.mjs'

/** Takes the pictures of the user guide anew, in the real window, and puts them into docs/guide/pictures. */
await setup({ window: true })
await ensureBuild()
const { code } = await runE2e(['tests/e2e/guide.test.ts', '-g', 'pictures of the guide'])
if (code !== 0) process.exit(code)
const pictures = at('docs/guide/pictures')
mkdirSync(pictures, { recursive: true })
const made = readdirSync(at('test-results/screenshots')).filter((name) => name.startsWith('guide-'))
for (const name of made)
  copyFileSync(at(join('test-results/screenshots', name)), join(pictures, name.slice('guide-'.length)))
say(`Картинок руководства: ${made.length}. · Pictures of the guide: ${made.length}.`)
