import { spawn, spawnSync } from 'node:child_process'
import { childEnv, node24, root } from './paths.mjs'

/** Messages for the person go to stderr, so that stdout stays the program's own (the CLI prints JSON there). */
export function say(text) {
  process.stderr.write(`${text}\n`)
}

/** Runs to the end; its output goes where ours goes, or to stderr when `quietStdout`. Answers the exit code. */
export function run(command, args, { env = {}, cwd = root, quietStdout = false, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: childEnv(env),
      shell,
      stdio: ['inherit', quietStdout ? process.stderr : 'inherit', 'inherit'],
    })
    const pass = (signal) => child.kill(signal)
    process.on('SIGINT', pass)
    process.on('SIGTERM', pass)
    child.on('error', (error) => {
      say(`${command}: ${error.message}`)
      resolve(127)
    })
    child.on('exit', (code, signal) => {
      process.off('SIGINT', pass)
      process.off('SIGTERM', pass)
      resolve(code ?? (signal ? 1 : 0))
    })
  })
}

/** A tool of node_modules (its .js entry), under Node 24. */
export function runNode(script, args, options) {
  return run(node24(), [script, ...args], options)
}

/** Output of a short command, or null when it failed or is absent. */
export function output(command, args, { timeout = 30_000, cwd = root } = {}) {
  const done = spawnSync(command, args, { encoding: 'utf8', env: childEnv(), timeout, cwd })
  return done.status === 0 ? done.stdout : null
}

/** npm, however we were started. */
export function npm(args, options = {}) {
  const own = process.env.npm_execpath
  if (own?.endsWith('.js')) return run(process.execPath, [own, ...args], options)
  return run('npm', args, { ...options, shell: process.platform === 'win32' })
}
