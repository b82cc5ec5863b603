import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { madeDistrict } from './support/districts'
import { own, ownFolder, program, startElectron } from './support/electron'
import { type Figure, printFigures } from './support/figures'
import * as screens from './support/screens'

const people = Number(process.env.METODIST_BENCH_PEOPLE ?? 200_000)
/** Held for so long, ms; a key repeats every 33 ms, a wheel turns as often. */
const held = 4000

interface Scrolled {
  what: string
  /** Ms between two painted frames. */
  frames: number[]
  /** Tasks of the page over 50 ms. */
  tasks: number[]
  rows: number
  /** Cells waiting for their window, in the frames of the scrolling. */
  waiting: number
  reached: number
}

/** A folder for Chromium's profiles of each stretch, to see what a slow frame was spent on. */
const profiles = process.env.METODIST_BENCH_PROFILE ?? ''

const script = `(async () => {
  const profiles = '${profiles}'
  const until = async (what, is) => {
    for (let n = 0; n < 600; n++) {
      if (is()) return
      await new Promise((done) => setTimeout(done, 50))
    }
    throw new Error('Waited in vain: ' + what)
  }
  const grid = () => document.querySelector('[role=grid][aria-rowcount]')
  location.hash = '#/librarians'
  await until('the list', () => Number(grid()?.getAttribute('aria-rowcount')) > ${people})
  await until('its rows', () => document.querySelectorAll('[role=row] [role=gridcell]').length > 200)
  const box = grid().getBoundingClientRect()
  const [x, y] = [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2)]
  grid().focus()
  const indexes = () => [...grid().querySelectorAll('[role=gridcell][data-row]')].map((cell) => Number(cell.dataset.row))
  const measure = async (what, input) => {
    const found = { what, frames: [], tasks: [], rows: 0, waiting: 0, reached: 0 }
    const observer = new PerformanceObserver((list) => found.tasks.push(...list.getEntries().map((one) => one.duration)))
    observer.observe({ entryTypes: ['longtask'] })
    let last = performance.now()
    let running = true
    const look = (now) => {
      found.frames.push(now - last)
      last = now
      found.rows = Math.max(found.rows, document.querySelectorAll('[role=grid] [role=row]').length)
      if (grid().querySelector('[class*=skeleton]')) found.waiting++
      if (running) requestAnimationFrame(look)
    }
    requestAnimationFrame((now) => { last = now; requestAnimationFrame(look) })
    if (profiles) console.log('PROFILE start')
    if (input) console.log('PLAY ' + JSON.stringify({ x, y, ms: ${held}, every: 33, ...input }))
    await new Promise((done) => setTimeout(done, ${held} + 200))
    running = false
    if (profiles) console.log('PROFILE ' + profiles + '/' + what.replaceAll(' ', '-') + '.cpuprofile')
    observer.disconnect()
    await until('rows where it stopped', () => !grid().querySelector('[class*=skeleton]'))
    found.reached = Math.max(...indexes())
    return found
  }
  return [
    await measure('at rest', null),
    await measure('wheel held', { wheel: 240 }),
    await measure('PageDown held', { key: 'PageDown' }),
    await measure('arrow held', { key: 'Down' }),
  ]
})()`

it(`scrolling ${people} librarians`, async () => {
  const data = join(ownFolder(), 'data')
  cpSync(process.env.METODIST_BENCH_DISTRICT ?? (await madeDistrict(1000, people)), data, { recursive: true })
  own(data)
  const started = await startElectron({
    app: program,
    script,
    userDataDir: ownFolder(),
    args: ['--data', data],
    usable: screens.desk,
    limit: 180_000,
  })
  const found = started.answer as Scrolled[]
  const figures = found.map(({ what, frames, tasks, rows, waiting, reached }): Figure => {
    const long = frames.filter((one) => one > 50).length
    const longest = Math.max(...frames)
    return {
      what,
      value: `longest frame ${longest.toFixed(0)} ms, over 50 ms ${((100 * long) / frames.length).toFixed(1)} % of ${frames.length}; tasks over 50 ms: ${tasks.length}${tasks.length > 0 ? ` (${Math.max(...tasks).toFixed(0)} ms)` : ''}; rows in DOM ≤ ${rows}; waiting ${((100 * waiting) / frames.length).toFixed(0)} %; reached ${reached}`,
      ...(what === 'at rest' ? {} : { budget: 'no frame over 50 ms', kept: long === 0 }),
    }
  })
  printFigures(`Scrolling ${people} librarians, ${held / 1000} s each`, figures)
  for (const { what, rows, reached } of found) {
    expect(rows, what).toBeLessThan(80)
    if (what !== 'at rest') expect(reached, what).toBeGreaterThan(60)
  }
  for (const { what, kept } of figures) expect.soft(kept, what).not.toBe(false)
})
