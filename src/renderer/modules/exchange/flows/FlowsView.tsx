import { SegmentedControl, Select, Text } from '@mantine/core'
import type { Flow } from '@shared/contract/transfers'
import { type CollectionPoint, gatherFlows } from '@shared/papers/flows/gather'
import { restSummary, summaryText } from '@shared/papers/flows/words'
import { type ReactNode, useMemo, useState } from 'react'
import { FlowMap } from './FlowMap'
import classes from './Flows.module.css'
import { FlowTable } from './FlowTable'

export interface FlowsViewProps {
  flows: readonly Flow[]
  via: CollectionPoint | null
  /** Rows of a pair; null: of all that go to the collection point, or from it. */
  onRows: (from: string | null, to: string | null) => void
  /** Further conditions and buttons of the screen. */
  children?: ReactNode
  /** Shown when there is nothing to draw. */
  empty: ReactNode
}

/** On the screen a ribbon can be pointed at, so that more of them are told apart than on paper. */
const limits = { ends: 60, ribbons: 160 }

/** The map and the table of the same figures, of all schools or of one. */
export function FlowsView({ flows, via, onRows, children, empty }: FlowsViewProps) {
  const [view, setView] = useState('map')
  const [schoolId, setSchoolId] = useState<number | null>(null)
  const schools = useMemo(() => schoolsOf(flows), [flows])
  const school = schoolId !== null && schools.has(schoolId) ? schoolId : null
  const shown = useMemo(
    () =>
      school === null ? flows : flows.filter((flow) => flow.fromSchoolId === school || flow.toSchoolId === school),
    [flows, school],
  )
  // Of one school its partners are of interest, not the point between.
  const point = school === null ? via : null
  const gathered = useMemo(() => gatherFlows(shown, { ...limits, via: point }), [shown, point])
  const options = useMemo(
    () =>
      [...schools]
        .map(([id, name]) => ({ value: String(id), label: name }))
        .sort((a, b) => a.label.localeCompare(b.label, 'ru', { numeric: true })),
    [schools],
  )
  const nameOf = (id: number | null): string | null => (id === null ? null : (schools.get(id) ?? null))
  const rest = restSummary(gathered)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keys
    <section className={classes.view} tabIndex={0} aria-label="Карта потоков">
      <div className={classes.bar}>
        {children}
        <Select
          className={classes.school}
          size="xs"
          aria-label="Школа"
          placeholder="Все школы"
          searchable
          clearable
          clearButtonProps={{ 'aria-label': 'Все школы' }}
          limit={60}
          nothingFoundMessage="Среди этих потоков такой школы нет"
          data={options}
          value={school === null ? null : String(school)}
          onChange={(value) => setSchoolId(value === null ? null : Number(value))}
        />
        <SegmentedControl
          size="xs"
          aria-label="Вид"
          data={[
            { value: 'map', label: 'Карта' },
            { value: 'table', label: 'Таблица' },
          ]}
          value={view}
          onChange={setView}
        />
        {gathered.total.flows > 0 && (
          <Text size="sm" c="dimmed" role="status">
            {summaryText(gathered)}
          </Text>
        )}
      </div>
      {gathered.total.flows === 0 ? (
        <div className={classes.empty}>{empty}</div>
      ) : view === 'map' ? (
        <>
          <FlowMap
            flows={gathered}
            onPair={(from, to) => onRows(nameOf(from), nameOf(to))}
            onSchool={(id) => setSchoolId(id === school ? null : id)}
          />
          {rest !== '' && (
            <Text size="sm" c="dimmed" mt={6}>
              {rest}. Выберите школу, чтобы увидеть все её направления.
            </Text>
          )}
        </>
      ) : (
        <FlowTable flows={shown} onPair={(from, to) => onRows(nameOf(from), nameOf(to))} />
      )}
    </section>
  )
}

function schoolsOf(flows: readonly Flow[]): Map<number, string> {
  const names = new Map<number, string>()
  for (const flow of flows) {
    names.set(flow.fromSchoolId, flow.from)
    names.set(flow.toSchoolId, flow.to)
  }
  return names
}
