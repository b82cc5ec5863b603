import { pathToFileURL } from 'node:url'
import { ensureDependencies } from './lib/dependencies.mjs'
import { ensureElectron, ensureSandbox } from './lib/electron.mjs'
import { say } from './lib/run.mjs'
import { ensureLibraries } from './lib/system-libraries.mjs'

/**
 * Brings a fresh machine to where the application starts: packages, Node 24, Electron, system libraries, sandbox. Each step
 * does nothing when it is done already.
 */
export async function setup({ window = true, tests = false } = {}) {
  await ensureDependencies()
  if (!window) return null
  await ensureLibraries(tests ? ['tests'] : [])
  const runtime = await ensureElectron()
  ensureSandbox(runtime)
  return runtime
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const runtime = await setup({ tests: process.argv.includes('--tests') })
    say(`Готово · Ready: ${runtime.executable}`)
  } catch (error) {
    say(error.message)
    process.exit(1)
  }
}
