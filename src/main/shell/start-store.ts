import { join } from 'node:path'
import { app } from 'electron'
import { startForked } from './transport/forked'
import type { StartStore } from './transport/transport'
import { startUtilityProcess } from './transport/utility-process'

/** Whether the runtime's own Node can load better-sqlite3 13 (Node-API 10: Node 22.14). */
export function ownNodeSuffices(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 14)
}

/** Node 24 of the project, for runtimes whose own is too old. */
export function projectNode(): string {
  return (
    process.env.METODIST_NODE ??
    join(app.getAppPath(), 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')
  )
}

const forks = (): boolean =>
  __DEV_SEAMS__ && !ownNodeSuffices(process.versions.node) && process.env.METODIST_TRANSPORT !== 'utility-process'

/** A utility process has to wait for Electron; a process of its own need not. */
export const startsBeforeReady = forks

export function storeStarter(): StartStore {
  // Tests of the transport itself put an echo in the store's place and choose the way to it.
  const script = join(__dirname, __DEV_SEAMS__ && process.env.METODIST_STORE === 'echo' ? 'echo-store.js' : 'store.js')
  // A Node of its own reads no archives: in the test package the store lies beside it.
  if (__DEV_SEAMS__ && forks()) {
    return () =>
      startForked(
        script.replace('app.asar', 'app.asar.unpacked'),
        projectNode(),
        join(app.getPath('userData'), 'code-cache'),
      )
  }
  return () => startUtilityProcess(script)
}
