import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuild } from './build.mjs'
import { ensureElectron, ensureSandbox } from './electron.mjs'
import { at, runtimeDir } from './paths.mjs'
import { runNode, say } from './run.mjs'

/**
 * The folder of the program as it is installed, without an installer and without the network.
 * @param {'test' | 'release'} flavour `test` keeps the development seams: on the fallback Electron only it can open data
 * @returns {Promise<{dir: string, executable: string}>}
 */
export async function packFolder(flavour) {
  const out = await ensureBuild(flavour)
  const runtime = await ensureElectron()
  const target = at('dist', flavour)
  const stamp = join(target, 'pack-stamp.txt')
  const wanted = `${readFileSync(join(out, 'build-stamp.txt'), 'utf8')} ${runtime.kind} ${readFileSync(at('electron-builder.yml'), 'utf8')}`
  const dir = join(target, 'linux-unpacked')
  const packed = { dir, executable: join(dir, 'metodist') }
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return packed

  say(`Собираю папку программы (${flavour})… · Packing (${flavour})…`)
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target, { recursive: true })
  const dist = bareDistribution(runtime)
  const code = await runNode(
    at('node_modules/electron-builder/cli.js'),
    [
      '--dir',
      '--linux',
      '--x64',
      '--publish=never',
      '--config',
      writeConfig(flavour, target, runtime),
      `-c.electronDist=${dist}`,
      ...(runtime.kind === 'fallback' ? ['-c.electronVersion=25.1.1'] : []),
      `-c.directories.output=${target}`,
    ],
    { quietStdout: true, env: { CSC_IDENTITY_AUTO_DISCOVERY: 'false' } },
  )
  if (code !== 0) throw new Error('electron-builder не справился. · electron-builder failed.')
  for (const one of [at('dist'), target]) chmodSync(one, 0o755)
  ensureSandbox({ dir })
  writeFileSync(stamp, wanted)
  return packed
}

/** The distribution without the loader that development uses. */
function bareDistribution(runtime) {
  const dist = join(runtimeDir, 'pack-dist')
  rmSync(dist, { recursive: true, force: true })
  // The runtime may be a link to another worktree's: what is taken away below must be the copy's.
  cpSync(realpathSync(runtime.dir), dist, { recursive: true })
  rmSync(join(dist, 'resources', 'app'), { recursive: true, force: true })
  rmSync(join(dist, 'recipe.txt'), { force: true })
  return dist
}

/** The configuration of release; changed where the runtime or the flavour asks for it. */
function writeConfig(flavour, target, runtime) {
  let text = readFileSync(at('electron-builder.yml'), 'utf8')
  // Electron 25 does not know this fuse yet.
  if (runtime.kind === 'fallback') text = text.replace('  grantFileProtocolExtraPrivileges: false\n', '')
  if (flavour === 'test') {
    text = text
      .replace('from: out-release', 'from: out')
      // A Node of its own reads no archives: what it runs lies beside.
      .replace('  - "**/*.node"\n', '  - "**/*.node"\n  - out/main/**\n  - node_modules/**\n  - resources/**\n')
      // Playwright and the debugger come in by this door.
      .replace('enableNodeCliInspectArguments: false', 'enableNodeCliInspectArguments: true')
  }
  const file = join(target, 'electron-builder.yml')
  writeFileSync(file, text)
  return file
}
