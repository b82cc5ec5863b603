import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import type { Output } from '@shared/contract'
import { listSpecs } from '@shared/contract/list-specs'
import type { TestStore } from './store'

/** Null where it is not installed. */
export const soffice: string | null = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find(existsSync) ?? null

/** Figures and dates as an office in Russia has them. */
const russian = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>ru-RU</value></prop></item></oor:items>`

/** The files as LibreOffice saves them in another format (or the same); answers the new files. */
export function saveByLibreOffice(files: readonly string[], folder: string, format: string, filter = format): string[] {
  if (soffice === null) throw new Error('LibreOffice is not installed here')
  // A profile of its own: two runs at once would wait for each other.
  const profile = mkdtempSync(join(tmpdir(), 'metodist-soffice-'))
  try {
    mkdirSync(join(profile, 'user'))
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), russian)
    execFileSync(
      soffice,
      [`-env:UserInstallation=file://${profile}`, '--headless', '--convert-to', filter, '--outdir', folder, ...files],
      { stdio: 'ignore' },
    )
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
  return files.map((file) => join(folder, `${basename(file, extname(file))}.${format}`))
}

/** Writes a list with all columns there are, hidden ones too. */
export async function exportAll(test: TestStore, list: string, out: string): Promise<string> {
  const columns = listSpecs[list]?.columns.map((column) => column.key) ?? []
  await test.call('papers.list', { list, columns, out })
  return out
}

/**
 * Reads a file as the screens do when nothing is changed by hand: what was recognised is taken.
 * @param without columns that are left out by hand
 */
export async function prepareFile(
  test: TestStore,
  file: string,
  list: string | null = null,
  without: readonly string[] = [],
): Promise<Output<'imports.prepare'>> {
  const found = await test.call('imports.inspect', { file, list })
  if (found.list === null) throw new Error(`No list is recognised in ${file}`)
  return test.call('imports.prepare', {
    file,
    list: found.list,
    sheet: found.sheet,
    headRow: found.headRow ?? 0,
    columns: found.columns.flatMap(({ index, column }) =>
      column === null || without.includes(column) ? [] : [{ index, column }],
    ),
  })
}

export interface Difference {
  kind: 'new' | 'changed' | 'conflict' | 'fault'
  row: number
  title: string
  cells: readonly { before: unknown; after: unknown }[]
  faults: string[]
}

/** What would change, in words that make a failed test readable. */
export async function differences(test: TestStore, run: Output<'imports.prepare'>): Promise<Difference[]> {
  const found: Difference[] = []
  for (const kind of ['new', 'changed', 'conflict', 'fault'] as const) {
    const { rows } = await test.call('imports.rows', { id: run.id, kind })
    for (const row of rows) {
      found.push({
        kind,
        row: row.row,
        title: row.title,
        cells: row.cells,
        faults: row.faults.map((fault) => fault.text),
      })
    }
  }
  return found
}
