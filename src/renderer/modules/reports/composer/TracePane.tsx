import { Button, CloseButton } from '@mantine/core'
import { listSpecs } from '@shared/contract/list-specs'
import type { Filter, ListSpec } from '@shared/contract/lists'
import type { Figure, SectionContent, Trace } from '@shared/contract/report-content'
import { formatDate } from '@shared/domain/dates'
import { formatSchoolYear } from '@shared/domain/school-year'
import { counted } from '@shared/domain/text/plural'
import { filterText } from '@shared/papers/list/conditions'
import { formatFigure } from '@shared/papers/report/figures'
import { IconExternalLink } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { placeOf, placeOfList } from '../../../app/modules'
import { useGo } from '../../../app/navigation'
import { DataGrid } from '../../../components/DataGrid/DataGrid'
import { listLink } from '../../../components/DataGrid/link'
import { askList } from '../../../components/DataGrid/model/rows'
import { type FigureAddress, useComposer } from './ComposerContext'
import classes from './TracePane.module.css'

export interface TracePaneProps {
  figure: FigureAddress
  /** Of its section, as the report has it; the data of now may say more. */
  content: SectionContent | undefined
  onClose: () => void
}

/** «Откуда число»: what it is, what it is worked out of, and the very rows it counts, without leaving the report. */
export function TracePane({ figure: address, content, onClose }: TracePaneProps) {
  const { trace: show } = useComposer()
  const root = useRef<HTMLElement>(null)
  const part = content?.parts.find((one) => one.key === address.part)
  const figure = part?.figures.find((one) => one.key === address.key)
  // biome-ignore lint/correctness/useExhaustiveDependencies: for every number anew
  useEffect(() => root.current?.focus({ preventScroll: true }), [address])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    onClose()
  }
  const sources = (figure?.of ?? []).flatMap((key) => part?.figures.find((one) => one.key === key) ?? [])
  return (
    <section ref={root} className={classes.trace} tabIndex={-1} aria-label="Откуда число" onKeyDown={onKeyDown}>
      <header className={classes.head}>
        <h2>{figure?.title ?? 'Этого числа больше нет'}</h2>
        <CloseButton aria-label="Вернуться к странице" title="Вернуться к странице (Esc)" onClick={onClose} />
      </header>
      {figure && (
        <>
          <p className={classes.value}>
            <b>{formatFigure(figure, figure.value)}</b>
            {figure.previous !== null && <span>в прошлом году — {formatFigure(figure, figure.previous)}</span>}
          </p>
          {sources.length > 0 && (
            <div className={classes.sources}>
              <p>Получено из чисел:</p>
              <ul>
                {sources.map((one) => (
                  <li key={one.key}>
                    <button type="button" onClick={() => show({ ...address, key: one.key })}>
                      {one.title}: {formatFigure(one, one.value)}
                    </button>
                  </li>
                ))}
              </ul>
            </div>
          )}
          {figure.trace ? (
            <Rows key={JSON.stringify(figure.trace)} figure={figure} trace={figure.trace} />
          ) : (
            sources.length === 0 && <p className={classes.words}>Число из самого отчёта: записей за ним нет.</p>
          )}
        </>
      )}
    </section>
  )
}

function Rows({ figure, trace }: { figure: Figure; trace: Trace }) {
  const go = useGo()
  const spec = listSpecs[trace.list]
  const shown = useMemo((): ListSpec | null => (spec ? { ...spec, typed: false } : null), [spec])
  const asked = useMemo(() => ({ schoolYear: trace.schoolYear, on: trace.on, filters: trace.filters }), [trace])
  const found = useQuery({
    // By the list's name, so that it is asked again when its records change.
    queryKey: [`${trace.list}.list`, { ...asked, count: true }],
    queryFn: () =>
      askList(trace.list, { schoolYear: asked.schoolYear, on: asked.on, filters: [...asked.filters], limit: 1 }),
    enabled: spec !== undefined,
  })
  if (!spec || !shown)
    return <p className={classes.words}>Списка, по которому посчитано число, в программе больше нет.</p>
  const link = linkOf(spec, trace)
  return (
    <>
      <p className={classes.words}>
        {howCounted(spec, trace, figure)}{' '}
        {found.data?.total != null && <b>Нашлось: {counted(found.data.total, spec.nouns)}.</b>}
      </p>
      {link !== null && (
        <Button
          size="compact-xs"
          variant="subtle"
          className={classes.link}
          leftSection={<IconExternalLink size={14} aria-hidden />}
          onClick={() => go(link)}
        >
          Открыть список «{spec.title}»
        </Button>
      )}
      <div className={classes.grid}>
        <DataGrid
          spec={shown}
          heading={false}
          asked={asked}
          onOpen={(row) => {
            const place = placeOf(spec.record, Number(row[spec.recordKey ?? 'id']))
            if (place !== null) go(place)
          }}
        />
      </div>
    </>
  )
}

/** «Строки списка «Заседания» за 2025–2026 учебный год. Дата: по 31.08.2026». */
function howCounted(spec: ListSpec, { schoolYear, on, filters, sum }: Trace, figure: Figure): string {
  const column = (key: string) => spec.columns.find((one) => one.key === key)
  const what =
    sum === null
      ? `Строки списка «${spec.title}»`
      : `Сумма столбца «${column(sum)?.title ?? sum}» списка «${spec.title}»`
  const when =
    on !== null
      ? ` на ${formatDate(on, 'digits')}`
      : schoolYear !== null
        ? ` за ${formatSchoolYear(schoolYear)} учебный год`
        : ''
  const conditions = filters.flatMap((filter) => {
    const named = column(filter.column)
    return named ? [filterText(named, filter)] : []
  })
  return [`${what}${when}`, ...conditions, ...(figure.unit === 'money' ? ['в рублях'] : [])].join('. ').concat('.')
}

/** The list's own screen; null where its heads cannot hold these conditions: two on one column. */
function linkOf(spec: ListSpec, { schoolYear, on, filters }: Trace): string | null {
  const path = placeOfList(spec.name)
  const columns = filters.map((filter: Filter) => filter.column)
  if (path === null || new Set(columns).size < columns.length) return null
  return listLink(path, {
    filters,
    group: null,
    search: '',
    allYears: schoolYear === null,
    ...(schoolYear === null ? {} : { schoolYear }),
    ...(on === null ? {} : { on }),
  })
}
