import { Button } from '@mantine/core'
import type { ChartPart, Figure, Said, TablePart, TextPart } from '@shared/contract/report-content'
import { formatFigure } from '@shared/papers/report/figures'
import { useState } from 'react'
import { placeOf } from '../../../app/modules'
import { useComposer } from './ComposerContext'
import classes from './Piece.module.css'

/** Parts made from the data as they look beside her text; every number is a button to its rows. */

/** Rows of a table shown at once: a district of a thousand schools is a click away. */
const FIRST_ROWS = 40

interface PartViewProps<P> {
  section: string
  part: P
}

export function SentencesView({ section, part }: PartViewProps<TextPart>) {
  const lines = part.paragraphs.map(({ runs, item }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: sentences are their places
    <p key={index} data-item={item || undefined}>
      {runs.map((said, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same of stretches
        <SaidView key={at} said={said} section={section} part={part.key} figures={part.figures} />
      ))}
    </p>
  ))
  return <div className={classes.sentences}>{lines}</div>
}

interface SaidViewProps {
  said: Said
  section: string
  part: string
  figures: readonly Figure[]
}

function SaidView({ said, section, part, figures }: SaidViewProps) {
  const { trace } = useComposer()
  const { figure, opens, text } = said
  if (figure !== undefined) {
    const title = figures.find((one) => one.key === figure)?.title ?? ''
    return (
      <button
        type="button"
        className={classes.figure}
        data-figure-button={`${section}/${part}/${figure}`}
        aria-label={`${text}: ${title}, показать записи`}
        title={title}
        onClick={() => trace({ section, part, key: figure })}
      >
        {text}
      </button>
    )
  }
  // A meeting without a theme has nothing to be clicked there.
  const place = opens === undefined || text.trim() === '' ? null : placeOf(opens.record, opens.id)
  if (place !== null) {
    return (
      <a className={classes.opens} href={`#${place}`}>
        {text}
      </a>
    )
  }
  return text
}

export function TableView({ section, part, title }: PartViewProps<TablePart> & { title: string }) {
  const [all, setAll] = useState(false)
  const whole = part.rows.reduce((sum, row) => sum + (row.look === 'total' ? 0 : 1), 0)
  const isLong = !all && whole > FIRST_ROWS + 5
  const rows = isLong ? [...part.rows.slice(0, FIRST_ROWS), ...part.rows.slice(FIRST_ROWS).filter(isTotal)] : part.rows
  const said = (one: Said) => <SaidView said={one} section={section} part={part.key} figures={part.figures} />
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled sideways by keys */}
      <section className={classes.tableBox} tabIndex={0} aria-label={title}>
        <table className={classes.table}>
          <caption>{title}</caption>
          <thead>
            <tr>
              {part.columns.map((column) => (
                <th key={column.title} scope="col">
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of one answer stay in their places
              <tr key={index} data-look={row.look}>
                {row.look === 'group' ? (
                  <th colSpan={part.columns.length} scope="rowgroup">
                    {row.cells.map((cell) => cell.text).join('')}
                  </th>
                ) : (
                  row.cells.map((cell, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: cells are their columns
                    <td key={at} data-align={part.columns[at]?.align}>
                      {said(cell)}
                    </td>
                  ))
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {isLong && (
        <Button size="compact-xs" variant="subtle" mt={4} onClick={() => setAll(true)}>
          Показать все строки: {whole}
        </Button>
      )}
    </>
  )
}

const isTotal = (row: TablePart['rows'][number]): boolean => row.look === 'total'

/** Bars whatever the paper draws: here they lead to rows, the page beside shows them as they will be printed. */
export function ChartView({ section, part, title }: PartViewProps<ChartPart> & { title: string }) {
  const { trace } = useComposer()
  const figures = new Map(part.figures.map((figure) => [figure.key, figure]))
  const shownOf = (key: string | undefined, of: 'value' | 'previous') => {
    const figure = key === undefined ? undefined : figures.get(key)
    return figure ? figure[of] : null
  }
  const most = Math.max(1, ...part.series.flatMap(({ figures: keys, of }) => keys.map((key) => shownOf(key, of) ?? 0)))
  return (
    <figure className={classes.chart} aria-label={title}>
      <figcaption>{title}</figcaption>
      {part.series.length > 1 && (
        <p className={classes.legend}>
          {part.series.map((series, at) => (
            <span key={series.title} data-series={at}>
              <i aria-hidden /> {series.title}
            </span>
          ))}
        </p>
      )}
      <dl>
        {part.labels.map((label, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two labels may be alike
          <div key={index}>
            <dt title={label}>{label}</dt>
            <dd>
              {part.series.map((series, at) => {
                const key = series.figures[index]
                const value = shownOf(key, series.of)
                const figure = key === undefined ? undefined : figures.get(key)
                return (
                  <span key={series.title} className={classes.bar} data-series={at}>
                    <svg aria-hidden viewBox="0 0 100 10" preserveAspectRatio="none">
                      <rect width={((value ?? 0) / most) * 100} height="10" />
                    </svg>
                    {figure && series.of === 'value' ? (
                      <button
                        type="button"
                        className={classes.figure}
                        aria-label={`${label}: ${formatFigure(figure, value)}, показать записи`}
                        onClick={() => trace({ section, part: part.key, key: figure.key })}
                      >
                        {formatFigure(figure, value)}
                      </button>
                    ) : (
                      <span className={classes.former}>{figure ? formatFigure(figure, value) : ''}</span>
                    )}
                  </span>
                )
              })}
            </dd>
          </div>
        ))}
      </dl>
    </figure>
  )
}
