import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where things are. Only Node built-ins here: these files run before anything is installed, on the system's Node 20. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')
export const at = (...parts) => join(root, ...parts)
export const runtimeDir = at('.runtime')
export const fallbackElectronDir = at('.runtime', 'electron-25')

/** Node 24 from the npm package `node`; the system's own Node while it is not there yet. */
export function node24() {
  const binary = at('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  return existsSync(binary) ? binary : process.execPath
}

/** The environment of every child: the project's own tools first on PATH, nothing of npm's left to confuse them. */
export function childEnv(extra = {}) {
  const env = { ...process.env, ...extra }
  env.PATH = [at('node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter)
  return env
}
