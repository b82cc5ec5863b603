import type { OriginalLine as Line, Original, Understood } from '@shared/contract/old-papers'
import { memo, useMemo } from 'react'
import { type Block, blocksOf, ownersAt, ownersByLine } from '../model/lines'
import classes from './Original.module.css'
import { OriginalLine } from './OriginalLine'

export interface OriginalPageProps {
  original: Original
  /** Null: only to be read, nothing is linked. */
  understood: Understood | null
}

type Owners = ReturnType<typeof ownersByLine>

/** The paper as a page would look: its paragraphs, numbers and tables, with what was understood marked in it. */
export const OriginalPage = memo(function OriginalPage({ original, understood }: OriginalPageProps) {
  const blocks = useMemo(() => blocksOf(original), [original])
  const owners = useMemo(() => ownersByLine(original, understood), [original, understood])
  return (
    <div className={classes.sheet}>
      {blocks.map((block) =>
        block.kind === 'line' ? (
          <OneLine key={block.line} original={original} index={block.line} owners={owners} />
        ) : (
          <Table key={`table:${block.from}`} original={original} block={block} owners={owners} />
        ),
      )}
    </div>
  )
})

function OneLine({ original, index, owners }: { original: Original; index: number; owners: Owners }) {
  const line: Line | undefined = original.lines[index]
  return line ? <OriginalLine line={line} index={index} owners={ownersAt(owners, index)} /> : null
}

interface TableProps {
  original: Original
  block: Extract<Block, { kind: 'table' }>
  owners: Owners
}

/** Cells of a merged table once, with their spans; a cell's lines are its paragraphs. */
function Table({ original, block, owners }: TableProps) {
  const table = original.tables[block.table]
  if (!table) return null
  const rows = Array.from({ length: table.rows }, (_, row) => table.cells.filter((cell) => cell.row === row))
  return (
    <div className={classes.tableBox}>
      <table className={classes.table}>
        <tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a paper stay where they are
            <tr key={row}>
              {cells.map((cell) => (
                <td
                  key={cell.column}
                  rowSpan={cell.rowSpan}
                  colSpan={cell.columnSpan}
                  data-head={row < table.headRows || undefined}
                >
                  {Array.from({ length: cell.to - cell.from }, (_, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the same
                    <OneLine key={at} original={original} index={cell.from + at} owners={owners} />
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
