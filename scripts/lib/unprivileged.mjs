import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from './paths.mjs'
import { run } from './run.mjs'

/** `nobody`: any user that owns nothing will do. */
const nobody = 65534

const has = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0

/**
 * Runs a command as a person would have it: not as root, so that the sandbox and folder permissions are real; under a
 * virtual display; and, where the system allows, without a network at all (loopback only).
 * @returns {Promise<{code: number, offline: boolean}>}
 */
export async function runAsPerson(command, args, { env = {}, offline = true } = {}) {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0
  const home = mkdtempSync(join(tmpdir(), 'metodist-home-'))
  let line = [command, ...args]
  if (process.platform === 'linux' && has('sh', ['-c', 'command -v xvfb-run'])) {
    line = ['xvfb-run', '-a', '-s', '-screen 0 1366x768x24 -noreset', ...line]
  }
  if (asRoot) {
    chownSync(home, nobody, nobody)
    chmodSync(home, 0o700)
    // Xvfb run by another user cannot make it.
    mkdirSync('/tmp/.X11-unix', { recursive: true })
    chmodSync('/tmp/.X11-unix', 0o1777)
    line = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', ...line]
  }
  const cut = offline ? withoutNetwork(asRoot) : null
  if (cut) line = [...cut, ...line]
  line = [...projectInSight(), ...line]
  const [program, ...rest] = line
  const code = await run(program, rest, {
    env: {
      ...env,
      HOME: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      XDG_RUNTIME_DIR: home,
      XDG_CACHE_HOME: join(home, '.cache'),
    },
  })
  return { code, offline: cut !== null }
}

/** The prefix that runs what follows with loopback as its only network, or null where that is not possible. */
function withoutNetwork(asRoot) {
  if (process.platform !== 'linux') return null
  const script = 'ip link set lo up && exec "$@"'
  // A person without root would need a user namespace, in which Chromium's setuid helper does not work.
  if (!asRoot || !has('unshare', ['-n', 'sh', '-c', 'ip link set lo up'])) return null
  return ['unshare', '-n', 'sh', '-c', script, 'sh']
}

/** The uppermost folder over the project that others may not pass through (`/root` is such), or null. */
function closedFolder() {
  let closed = null
  for (let dir = dirname(root); ; dir = dirname(dir)) {
    if ((statSync(dir).mode & 0o001) === 0) closed = dir
    if (dir === dirname(dir)) return closed
  }
}

/**
 * Where the project lies in a folder closed to others and we are root: a prefix that shows what follows the project (and
 * the papers beside it) alone, at the same path, in a mount namespace of its own. No permission of the machine is changed.
 */
export function projectInSight() {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0
  const closed = asRoot ? closedFolder() : null
  if (closed === null) return []
  const shown = [root, join(dirname(root), 'shared')].filter((dir) => existsSync(dir))
  const stashes = shown.map(() => mkdtempSync(join(tmpdir(), 'metodist-project-')))
  const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`
  const script = [
    'mount --make-rprivate /',
    ...shown.map((dir, index) => `mount --bind ${quoted(dir)} ${quoted(stashes[index])}`),
    `mount -t tmpfs -o mode=755 tmpfs ${quoted(closed)}`,
    ...shown.flatMap((dir, index) => [
      `mkdir -p ${quoted(dir)}`,
      `mount --bind ${quoted(stashes[index])} ${quoted(dir)}`,
    ]),
    `cd ${quoted(root)}`,
    'exec "$@"',
  ].join(' && ')
  return ['unshare', '-m', 'sh', '-c', script, 'sh']
}
