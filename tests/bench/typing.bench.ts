import { cpSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import type { Report } from '@shared/contract/reports'
import { expect, it } from 'vitest'
import { openDistrict, sampleDistrict } from './support/districts'
import { own, ownFolder, program, startElectron } from './support/electron'
import { median, ms, printFigures, quantile } from './support/figures'
import * as screens from './support/screens'

/** A letter typed into a text of the whole annual report of the sample district, with the live page beside. */
const schoolYear = '2025-2026'
const text = 'Библиотеки района работали весь год: фонды сверены, заседания проведены, педагоги обучены. '
/** A quick typist: nine letters a second. */
const every = 110
const held = 8000
const budget = 16

interface Typed {
  pages: number
  before: string
  after: string
  /** Ms of script in the event of each letter: what she waits for before she can see it. */
  script: number[]
  /** Ms from the event to the frame that shows the letter. */
  shown: number[]
  /** Tasks of the page over 50 ms while she types. */
  tasks: number[]
}

/** A folder for Chromium's profile, to see what a slow letter was spent on. */
const profiles = process.env.METODIST_BENCH_PROFILE ?? ''

const script = (id: number): string => `(async () => {
  const until = async (what, is) => {
    for (let n = 0; n < 1200; n++) {
      if (is()) return
      await new Promise((done) => setTimeout(done, 50))
    }
    throw new Error('Waited in vain: ' + what)
  }
  const sheets = () => document.querySelectorAll('[aria-label="Страница, как она будет напечатана"] > div').length
  const field = () => document.querySelector('textarea[aria-label="Мой текст"]')
  location.hash = '#/reports/${id}'
  await until('the text', () => field() !== null)
  await until('the page', () => sheets() > 10)
  field().focus()
  field().setSelectionRange(field().value.length, field().value.length)
  await new Promise((done) => setTimeout(done, 4000))
  const found = { pages: sheets(), before: field().value, after: '', script: [], shown: [], tasks: [] }
  const observer = new PerformanceObserver((list) => found.tasks.push(...list.getEntries().map((one) => one.duration)))
  observer.observe({ entryTypes: ['longtask'] })
  let began = 0
  addEventListener('input', () => { began = performance.now() }, { capture: true })
  addEventListener('input', () => {
    const from = began
    found.script.push(performance.now() - from)
    requestAnimationFrame(() => setTimeout(() => found.shown.push(performance.now() - from), 0))
  })
  if (${JSON.stringify(profiles !== '')}) console.log('PROFILE start')
  console.log('PLAY ' + JSON.stringify({ text: ${JSON.stringify(text)}, ms: ${held}, every: ${every} }))
  await new Promise((done) => setTimeout(done, ${held} + 1500))
  if (${JSON.stringify(profiles !== '')}) console.log('PROFILE ${profiles}/typing.cpuprofile')
  observer.disconnect()
  found.after = field().value
  return found
})()`

/** All its sections as they come, her own text in the first of them. */
function withText(report: Report): Report {
  const [first, ...rest] = report.sections
  if (!first) throw new Error('No section')
  const own = { uid: 'bench-own-text', part: '', hidden: false, title: '', text: `${text}\n`.repeat(3), seen: null }
  return { ...report, sections: [{ ...first, pieces: [own, ...first.pieces] }, ...rest] }
}

it('typing into the annual report of the sample district', async () => {
  const data = join(ownFolder(), 'data')
  cpSync(await sampleDistrict(), data, { recursive: true })
  const { store, call } = openDistrict(data)
  const report = withText(await call('reports.blank', { schoolYear }))
  const { id } = await call('reports.save', { id: null, revision: null, report })
  await store.close()
  own(data)
  const started = await startElectron({
    app: program,
    script: script(id),
    userDataDir: ownFolder(),
    args: ['--data', data],
    usable: screens.desk,
    limit: 180_000,
  })
  const found = started.answer as Typed
  const of = (values: number[]): string =>
    `${ms(median(values))}, 95 % ≤ ${ms(quantile(values, 0.95))}, most ${ms(quantile(values, 1))}`
  const usual = quantile(found.script, 0.95)
  printFigures(
    `A letter in a report of ${found.pages} pages, ${found.script.length} letters, load ${loadavg()[0]?.toFixed(1)}`,
    [
      { what: 'script of a letter', value: of(found.script), budget: `95 % ≤ ${budget} ms`, kept: usual <= budget },
      { what: 'shown after', value: of(found.shown) },
      {
        what: 'tasks over 50 ms',
        value: `${found.tasks.length}${found.tasks.length === 0 ? '' : `, ${of(found.tasks)}`}`,
      },
    ],
  )
  // Whatever it took, nothing is lost.
  expect(found.script.length).toBeGreaterThan(40)
  expect(found.after).toBe(found.before + text.repeat(9).slice(0, found.script.length))
  expect.soft(usual).toBeLessThanOrEqual(budget)
})
