/**
 * Opens the project in METODIST_BENCH_PROJECT as Electron itself would, and tells on stdout when its page is usable and
 * what a script in it has answered. The program that is measured knows nothing of it; the empty window is opened the same
 * way.
 */
const { app } = require('electron')
const path = require('node:path')

const project = process.env.METODIST_BENCH_PROJECT
const usable = process.env.METODIST_BENCH_USABLE
const script = process.env.METODIST_BENCH_SCRIPT
const say = (name, value) => process.stdout.write(`BENCH ${JSON.stringify({ name, value })}\n`)

// Two frames after what makes the page usable has come: it has been painted.
const wait = `new Promise((done) => {
  const look = () => {
    if (!(${usable})) return
    watcher.disconnect()
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())))
  }
  const watcher = new MutationObserver(look)
  watcher.observe(document, { childList: true, subtree: true, attributes: true, characterData: true })
  look()
})`

const rest = (ms) => new Promise((done) => setTimeout(done, ms))

/** Plays what the page asks for by a line on its console: real wheel and key events, as often as a held key repeats. */
async function play(contents, { wheel, key, text, x, y, ms, every }) {
  const until = Date.now() + ms
  for (let n = 0; Date.now() < until; n++) {
    if (wheel) {
      contents.sendInputEvent({ type: 'mouseWheel', x, y, deltaX: 0, deltaY: -wheel, canScroll: true })
    } else if (text) {
      contents.sendInputEvent({ type: 'char', keyCode: text[n % text.length] })
    } else {
      contents.sendInputEvent({ type: 'keyDown', keyCode: key })
    }
    await rest(every)
  }
  if (key) contents.sendInputEvent({ type: 'keyUp', keyCode: key })
}

/** `start`, or the file to write what Chromium's profiler has seen since; only by METODIST_BENCH_PROFILE. */
async function profile(contents, told) {
  const tools = contents.debugger
  if (told === 'start') {
    if (!tools.isAttached()) tools.attach()
    await tools.sendCommand('Profiler.enable')
    await tools.sendCommand('Profiler.start')
  } else {
    const { profile: seen } = await tools.sendCommand('Profiler.stop')
    require('node:fs').writeFileSync(told, JSON.stringify(seen))
  }
}

async function watch(contents) {
  contents.on('console-message', (...told) => {
    const text = typeof told[2] === 'string' ? told[2] : String(told[0].message)
    if (text.startsWith('PLAY ')) void play(contents, JSON.parse(text.slice(5)))
    if (text.startsWith('PROFILE ')) void profile(contents, text.slice(8))
  })
  try {
    say('usable', await contents.executeJavaScript(wait))
    if (script) say('script', await contents.executeJavaScript(script))
  } catch (error) {
    say('failed', String(error))
  }
  if (process.env.METODIST_BENCH_STAY !== '1') app.quit()
}

app.on('web-contents-created', (_event, contents) => contents.once('dom-ready', () => void watch(contents)))

const { main, productName, name, version } = require(path.join(project, 'package.json'))
app.setName(productName ?? name)
app.setVersion(version)
app.setAppPath(project)
require(path.join(project, main))
