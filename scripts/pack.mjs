import { packFolder } from './lib/pack.mjs'
import { say } from './lib/run.mjs'
import { setup } from './setup.mjs'

/** `npm run pack [-- --test]`: the folder of the program in dist/. Installers: `npx electron-builder` after it, with the network. */
try {
  const runtime = await setup()
  if (runtime.kind === 'fallback' && !process.argv.includes('--test')) {
    say(
      'Внимание: собрано на запасном Electron 25 — только для проверки. · Packed on the fallback Electron 25: for testing only.',
    )
  }
  const { dir } = await packFolder(process.argv.includes('--test') ? 'test' : 'release')
  say(`Готово · Done: ${dir}`)
} catch (error) {
  say(error.message)
  process.exit(1)
}
