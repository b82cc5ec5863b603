import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { app } from 'electron'
import { ownNodeSuffices, projectNode } from './start-store'

/** `metodist --cli COMMAND …`: the headless interface of the installed program, in place of the window. */
export function runCli(args: readonly string[]): void {
  const script = join(__dirname, 'cli.js')
  if (__DEV_SEAMS__ && !ownNodeSuffices(process.versions.node)) {
    const { status } = spawnSync(projectNode(), [script.replace('app.asar', 'app.asar.unpacked'), ...args], {
      stdio: 'inherit',
    })
    app.exit(status ?? 1)
    return
  }
  process.argv = [process.argv[0] ?? 'metodist', script, ...args]
  createRequire(__filename)(script)
}
