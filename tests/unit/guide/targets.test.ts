import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Chapter, chapterOf } from '../../../src/renderer/guide/chapter'

const at = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))
const chapters = new Map<string, Chapter>(
  readdirSync(at('docs/guide'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => [name, chapterOf(name, readFileSync(at(`docs/guide/${name}`), 'utf8'))]),
)

/** Page and heading a link leads to; '' of a link within the page. */
function isThere(target: string, from: string): boolean {
  const [file = '', heading = ''] = target.split('#', 2)
  const chapter = chapters.get(file === '' ? from : file)
  return chapter !== undefined && (heading === '' || chapter.sections.some(({ slug }) => slug === heading))
}

interface Targets {
  guidedPages(): { path: string; guide: string; guideRecord?: string }[]
  guideOf(pathname: string, search: Record<string, unknown>): string
}
let targets: Targets

beforeAll(async () => {
  // The window's modules are checked with its own tsconfig: not followed from here.
  const file = at('src/renderer/guide/targets.ts')
  targets = (await import(file)) as Targets
}, 60_000)

describe('F1', () => {
  test('every page of every module has its place in the guide, and it is there', () => {
    const pages = targets.guidedPages()
    expect(pages.length).toBeGreaterThan(50)
    for (const { path, guide, guideRecord } of pages) {
      for (const target of [guide, guideRecord ?? guide]) expect(isThere(target, ''), `${path} → ${target}`).toBe(true)
    }
  })
  test('the nearest page is the one whose path is told most exactly', () => {
    expect(targets.guideOf('/meetings/new', {})).toBe('meetings.md#новое-заседание')
    expect(targets.guideOf('/meetings/24', {})).toBe('meetings.md#пишем-пока-говорят')
    expect(targets.guideOf('/events', {})).toBe('events.md')
    expect(targets.guideOf('/events', { open: 3 })).toBe('events.md#карточка')
    expect(targets.guideOf('/nowhere', {})).toBe('README.md')
  })
})

describe('the guide', () => {
  test('links between its pages lead to headings that exist', () => {
    for (const chapter of chapters.values()) {
      for (const link of chapter.links) {
        if (!/^(?:https?|mailto):/.test(link))
          expect(isThere(link, chapter.file), `${chapter.file}: ${link}`).toBe(true)
      }
    }
  })
  test('its front page names every chapter', () => {
    const named = chapters.get('README.md')?.links.map((link) => link.split('#', 1)[0])
    for (const file of chapters.keys()) if (file !== 'README.md') expect(named, file).toContain(file)
  })
})
