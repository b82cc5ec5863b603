import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Original, PaperKind, Understood } from '@shared/contract/old-papers'
import { paperWarnings } from '@store/old-papers/warnings'
import { paperJson } from '../../../src/main/cli/paper-json'

/** Papers of other districts in `tests/fixtures/old-papers` (see its README). */

export const TODAY = '2026-11-21'
export const papersFolder = join(__dirname, '../../fixtures/old-papers')

export type PaperSet = 'seen' | 'heldout' | 'unseen'

/** What the paper's author says must be found in it. */
export function expectedOf<P extends { kind: string }>(file: string): P {
  return JSON.parse(readFileSync(file.replace(/\.[a-z]+$/u, '.expected.json'), 'utf8')) as P
}

/** Names («seen/p01-….docx») and paths of the papers of a kind. */
export function foreignPapers(sets: readonly PaperSet[], kind: PaperKind): [string, string][] {
  return sets
    .flatMap((set) => readdirSync(join(papersFolder, set)).map((name) => `${set}/${name}`))
    .filter((name) => /\.(?:docx?|txt)$/u.test(name))
    .map((name): [string, string] => [name, join(papersFolder, name)])
    .filter(([, file]) => expectedOf(file).kind === kind)
}

/** What `import --json` would print of it. */
export function printedOf<P>(original: Original, understood: Understood): P {
  const paper = { understood, original, warnings: paperWarnings(understood, TODAY), duplicate: '', recordId: 1 }
  return paperJson(paper as unknown as Parameters<typeof paperJson>[0]) as P
}
