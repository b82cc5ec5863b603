import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { kindOf } from '@store/old-papers/kind'
import { readOriginal } from '@store/old-papers/reading/read-original'
import { describe, expect, it } from 'vitest'
import { original } from '../support/old-papers/made'

const papers = join(__dirname, '../fixtures/old-papers')
const folders = ['seen', 'heldout', 'unseen'].map((name) => join(papers, name)).filter((folder) => existsSync(folder))

describe('what a paper is', () => {
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(?:docx?|txt)$/u.test(name))
      .map((name) => join(folder, name)),
  )

  it.each(files.map((file) => [file.slice(papers.length + 1), file]))('is known of %s', async (_, file) => {
    const expected = JSON.parse(readFileSync(file.replace(/\.[a-z]+$/u, '.expected.json'), 'utf8')) as { kind: string }
    expect(kindOf((await readOriginal(file)).original)).toBe(expected.kind)
  })

  it('is not said of a letter', () => {
    expect(
      kindOf(original('Уважаемые коллеги!', 'Просим до 10 октября направить сведения о фонде учебников.')),
    ).toBeNull()
  })
})
