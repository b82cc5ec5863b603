/** The first table of copied HTML as cells, for programs that give no plain text; merged cells are empty but the first. */
export function htmlTable(html: string): string[][] {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table')
  if (!table) return []
  const cells: string[][] = []
  for (const [index, line] of [...table.rows].entries()) {
    cells[index] ??= []
    const row = cells[index]
    let at = 0
    for (const cell of line.cells) {
      while (row[at] !== undefined) at++
      for (let down = 0; down < cell.rowSpan; down++) {
        for (let right = 0; right < cell.colSpan; right++) {
          cells[index + down] ??= []
          const target = cells[index + down]
          if (target) target[at + right] = down === 0 && right === 0 ? textOf(cell) : ''
        }
      }
      at += cell.colSpan
    }
  }
  const rows = cells.slice(0, table.rows.length)
  const width = Math.max(0, ...rows.map((row) => row.length))
  return rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''))
}

/** A break made by `<br>` or between paragraphs of a cell, as Word has them, told apart from where the source of the page is folded. */
const BREAK = '\u0001'

function textOf(cell: HTMLElement): string {
  for (const line of cell.querySelectorAll('br')) line.replaceWith(BREAK)
  for (const paragraph of cell.querySelectorAll('p, div, li')) paragraph.append(BREAK)
  const text = (cell.textContent ?? '').replace(/\s+/g, ' ')
  return text
    .split(BREAK)
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim()
}
