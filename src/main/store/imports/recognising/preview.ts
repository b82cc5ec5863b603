import { stat } from 'node:fs/promises'
import { openTable } from '../reading/client'
import type { TableInfo } from '../reading/messages'
import { empty } from '../reading/refusals'
import type { FileRow, Merge, SheetHead } from '../reading/types'

/** Filled rows of a sheet looked at to find its head. */
const topRows = 60

export interface SheetPreview extends SheetHead {
  index: number
  /** Filled rows. */
  rows: number
  top: readonly FileRow[]
  merges: readonly Merge[]
}

export interface Preview extends TableInfo {
  file: string
  sheets: readonly SheetPreview[]
}

let kept: { key: string; preview: Preview } | null = null

/**
 * What stands at the top of every sheet. The last file is remembered while it stays as it is: choosing another sheet or
 * head must not read it again. @throws AppError as `openTable`
 */
export async function previewOf(file: string, tick: (text: string) => void): Promise<Preview> {
  const state = await stat(file).catch(() => null)
  const key = state ? `${file}\0${state.size}\0${state.mtimeMs}` : ''
  if (kept && kept.key === key && key !== '') return kept.preview
  const table = await openTable(file)
  try {
    const sheets: SheetPreview[] = []
    for (const [index, head] of table.info.sheets.entries()) {
      const merges = await table.merges(index)
      const top: FileRow[] = []
      let rows = 0
      for await (const portion of table.rows(index)) {
        for (const row of portion.rows) if (top.length < topRows) top.push(row)
        rows += portion.rows.length
        tick(`Лист «${head.name}», строк: ${rows}`)
      }
      sheets.push({ ...head, index, rows, top, merges })
    }
    if (sheets.every((sheet) => sheet.rows === 0)) throw empty(file)
    const preview = { ...table.info, file, sheets }
    kept = { key, preview }
    return preview
  } finally {
    await table.close()
  }
}
