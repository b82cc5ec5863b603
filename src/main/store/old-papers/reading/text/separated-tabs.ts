import type { FoundTable } from './tables'

/**
 * Tables as Word saves them in a plain text: a row is a line, its cells parted by tabs, and a cell of several paragraphs
 * breaks the line. Only what has a head of three cells or more and two rows of as many is taken for one.
 */
export function separatedTable(lines: readonly string[], at: number): FoundTable | null {
  const head = headFrom(lines, at)
  if (!head) return null
  const columns = head.cells.length
  const rows: string[][][] = [head.cells]
  let taken = head.taken
  let full = 0
  for (;;) {
    const row = rowFrom(lines, at + taken, columns)
    if (row) {
      rows.push(row.cells)
      taken += row.taken
      full++
      continue
    }
    const more = betweenRows(lines, at + taken, columns)
    if (!more) break
    if (more.section !== null) rows.push([[more.section]])
    else
      rows
        .at(-1)
        ?.at(-1)
        ?.push(...more.lines)
    taken += more.taken
  }
  return full >= 2 ? { rows, columns, taken } : null
}

interface Row {
  cells: string[][]
  taken: number
}

/** A cell does not go on for longer. */
const longestRow = 60

function headFrom(lines: readonly string[], at: number): Row | null {
  const cells = (lines[at] ?? '').split('\t')
  const filled = cells.every((cell) => cell.trim() !== '' && cell.length < 120)
  return cells.length >= 3 && cells.length <= 20 && filled ? { cells: cells.map((cell) => [cell]), taken: 1 } : null
}

/** A row that begins at a line and has all its cells; its last cell ends with that line. */
function rowFrom(lines: readonly string[], at: number, columns: number): Row | null {
  const first = lines[at]
  // What has no tab at once is a row across the table, or more of the cell before.
  if (first === undefined || !first.includes('\t')) return null
  const cells: string[][] = [[]]
  for (let index = at; index < Math.min(lines.length, at + longestRow); index++) {
    for (const [part, text] of (lines[index] ?? '').split('\t').entries()) {
      if (part > 0) cells.push([])
      cells.at(-1)?.push(text)
    }
    if (cells.length > columns) return null
    if (cells.length === columns) return { cells, taken: index - at + 1 }
  }
  return null
}

interface Between {
  section: string | null
  lines: string[]
  taken: number
}

/** Lines without tabs between two rows: a heading across the table, or more paragraphs of the last cell. */
function betweenRows(lines: readonly string[], at: number, columns: number): Between | null {
  const line = lines[at]
  if (line === undefined || line.includes('\t')) return null
  let next = at
  while (next < lines.length && next - at < longestRow && !(lines[next] ?? '').includes('\t')) next++
  const followed = next < lines.length && next - at < longestRow && rowFrom(lines, next, columns) !== null
  const goesOn = /^\s*(?:[\p{Ll}(]|[-–—•*]\s|\d+\))/u.test(line)
  if (!followed) return goesOn ? { section: null, lines: [line], taken: 1 } : null
  if (line.trim() === '') return { section: null, lines: [line], taken: 1 }
  return goesOn ? { section: null, lines: [line], taken: 1 } : { section: line, lines: [], taken: 1 }
}
