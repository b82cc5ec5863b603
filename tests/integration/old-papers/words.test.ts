import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Original } from '@shared/contract/old-papers'
import { readOriginal } from '@store/old-papers/reading/read-original'
import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'

/** Papers of the project, and the real ones beside it. */
const folders = ['../../fixtures/old-papers', '../../../../shared/seeds'].map((path) =>
  resolve(import.meta.dirname, path),
)
const papers = folders.flatMap((folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.docx'))
        .sort()
        .map((name) => [name, join(folder, name)] as const)
    : [],
)

/** Signs that are not seen, or are seen as another. */
const words = (text: string): string[] =>
  text
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replaceAll('\u2011', '-')
    .split(/\s+/)
    .filter((word) => word !== '')

/** Text of a page, without the marks of notes the reader adds. */
const seen = (html: string): string =>
  html
    .replace(/<sup><a[^>]*>\[\d+\]<\/a><\/sup>|<a href="#(?:foot|end)note-ref[^>]*>↑<\/a>/g, '')
    .replace(/<(?:br|ol|ul)\b[^>]*>|<\/(?:p|td|th|li|h\d)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

const textOf = (lines: Original['lines']): string => lines.map(({ text }) => text).join('\n')

describe('an independent reader finds the same words', () => {
  it.each(papers)('%s', async (_, file) => {
    const { lines } = (await readOriginal(file)).original
    const found = words(seen((await mammoth.convertToHtml({ path: file })).value))
    // The other reader puts boxes after their paragraph: where there are some, only which words there are is compared.
    const own = words(textOf(lines))
    if (lines.some(({ part }) => part !== 'body')) expect(own.sort()).toEqual(found.sort())
    else expect(own).toEqual(found)
  })
})
