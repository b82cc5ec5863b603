import { ensureBuild } from './lib/build.mjs'
import { at } from './lib/paths.mjs'
import { runNode, say } from './lib/run.mjs'
import { setup } from './setup.mjs'

/** The headless interface: `npm run -s cli -- COMMAND …`. Prints nothing of its own on stdout. */
try {
  await setup({ window: false })
  await ensureBuild()
} catch (error) {
  say(error.message)
  process.exit(1)
}
process.exit(
  await runNode(at('out/main/cli.js'), process.argv.slice(2), { cwd: process.env.INIT_CWD ?? process.cwd() }),
)
