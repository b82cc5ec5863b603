import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** Where the application keeps its things: the same for the window and the headless interface. No Electron here. */

const folderName = 'Metodist'

/** The application's own folder of this user, as Electron's `appData` plus our name (Latin: some old tools trip over Cyrillic). */
export function defaultUserDataDir(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  switch (platform) {
    case 'win32':
      return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), folderName)
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', folderName)
    default:
      return join(env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), folderName)
  }
}

/** The value of `--name VALUE` or `--name=VALUE`. */
export function argument(argv: readonly string[], name: string): string | null {
  for (const [index, one] of argv.entries()) {
    if (one === `--${name}`) return argv[index + 1] ?? null
    if (one.startsWith(`--${name}=`)) return one.slice(name.length + 3)
  }
  return null
}

/**
 * The data folder: `--data`, then the environment, then what was chosen in the window, then the default.
 * @param chosen from the settings file; read from it when not given
 */
export function dataDirOf(options: {
  argv: readonly string[]
  env?: NodeJS.ProcessEnv
  userDataDir?: string
  chosen?: string | null
}): string {
  const env = options.env ?? process.env
  const userDataDir = options.userDataDir ?? defaultUserDataDir(env)
  const named = argument(options.argv, 'data') ?? env.METODIST_DATA
  if (named) return resolve(named)
  const chosen = options.chosen === undefined ? chosenDataDir(userDataDir) : options.chosen
  return chosen ?? join(userDataDir, 'data')
}

function chosenDataDir(userDataDir: string): string | null {
  try {
    const settings: unknown = JSON.parse(readFileSync(join(userDataDir, 'settings.json'), 'utf8'))
    const dataDir = (settings as { dataDir?: unknown }).dataDir
    return typeof dataDir === 'string' ? dataDir : null
  } catch {
    return null
  }
}
