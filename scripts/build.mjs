import { ensureBuild } from './lib/build.mjs'
import { say } from './lib/run.mjs'

/** `node scripts/build.mjs [--release]` */
try {
  say(`Собрано · Built: ${await ensureBuild(process.argv.includes('--release') ? 'release' : 'test')}`)
} catch (error) {
  say(error.message)
  process.exit(1)
}
