import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuild } from './lib/build.mjs'
import { at, childEnv, node24, root } from './lib/paths.mjs'
import { run, say } from './lib/run.mjs'
import { setup } from './setup.mjs'

/** `npm start`: with a display opens the program; with none does its main work without a window and says where the papers are. */
const args = process.argv.slice(2)

try {
  process.exit(hasDisplay() ? await openWindow() : await workWithoutWindow())
} catch (error) {
  say(error.message)
  process.exit(1)
}

function hasDisplay() {
  if (process.platform !== 'linux') return true
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return false
  if (process.getuid?.() !== 0) return true
  say(
    'Окно не открывается от имени root: песочница Chromium этого не допускает. Запустите обычным пользователем. · ' +
      'The window does not open as root: Chromium’s sandbox forbids it. Start as an ordinary user. Going on without a window.',
  )
  return false
}

async function openWindow() {
  const runtime = await setup()
  await ensureBuild()
  return run(runtime.executable, [root, ...args])
}

async function workWithoutWindow() {
  await setup({ window: false })
  await ensureBuild()
  say('Экрана нет, работаю без окна. · No display: working without a window.')
  const out = at('out-demo')
  const data = join(out, 'district')
  rmSync(data, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  cli(['init', '--demo', '--data', data])
  const meetings = JSON.parse(cli(['list', 'meetings', '--data', data, '--json'])).rows
  const meeting = meetings.find((row) => row.state === 'signed')
  if (meeting === undefined) throw new Error('В примере нет подписанных заседаний. · The sample has no signed meeting.')
  const protocol = join(out, 'Протокол.docx')
  const librarians = join(out, 'Библиотекари.xlsx')
  cli(['export', 'protocol', String(meeting.id), '--layout', 'full', '--out', protocol, '--data', data])
  cli(['export', 'list', 'librarians', '--out', librarians, '--data', data])
  const roadmap = join(out, 'Дорожная карта.docx')
  const [first] = JSON.parse(cli(['list', 'roadmaps', '--filter', 'kind=roadmap', '--data', data, '--json'])).rows
  cli(['export', 'roadmap', String(first.id), '--execution', '--out', roadmap, '--data', data])
  const report = join(out, 'Годовой отчёт.docx')
  const annexes = join(out, 'Приложения к отчёту.xlsx')
  for (const file of [report, annexes]) cli(['export', 'report', '--year', '2025-2026', '--out', file, '--data', data])
  for (const file of [protocol, librarians, roadmap, report, annexes])
    if (!existsSync(file)) throw new Error(`Нет файла · Missing: ${file}`)
  process.stdout.write(
    `Готово. · Done.\nДанные примера · Sample data: ${data}\nПротокол · Protocol: ${protocol}\nБиблиотекари · Librarians: ${librarians}\nДорожная карта · Road map: ${roadmap}\nГодовой отчёт · Annual report: ${report}\nПриложения · Annexes: ${annexes}\n`,
  )
  return 0
}

/** One command of the headless interface; its stdout. */
function cli(commandArgs) {
  const done = spawnSync(node24(), [at('out/main/cli.js'), ...commandArgs], {
    encoding: 'utf8',
    env: childEnv(),
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 64 * 1024 * 1024,
  })
  if (done.status !== 0) throw new Error(`cli ${commandArgs[0]}: ${done.status ?? done.error?.message}`)
  return done.stdout
}
