import { Alert, Button, Group, Skeleton, Text, TextInput } from '@mantine/core'
import type { Plan, PlanLineRow } from '@shared/contract/plans'
import type { Flow } from '@shared/contract/transfers'
import { counted, formatNumber } from '@shared/domain/text/plural'
import { IconChevronDown, IconChevronRight, IconSearch } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useCall } from '../../../app/queries'
import { errorSentence } from '../../../app/toasts'
import classes from './Plan.module.css'

interface BySchoolProps {
  plan: Plan
  onRows: (from: string | null, to: string | null) => void
}

interface SchoolSums {
  id: number
  name: string
  gives: number
  givesTo: number
  gets: number
  getsFrom: number
}

/** «Отдаёт» and «получает» of each school; its books come when it is opened. */
export function BySchool({ plan, onRows }: BySchoolProps) {
  const flows = useCall('plans.flows', { id: plan.id })
  const [search, setSearch] = useState('')
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set())
  const schools = useMemo(() => sumsOf(flows.data ?? []), [flows.data])
  const wanted = normal(search)
  const shown = wanted === '' ? schools : schools.filter((school) => normal(school.name).includes(wanted))
  if (flows.error) {
    return (
      <Alert color="red" m="md" title="План не открылся">
        {errorSentence(flows.error)}
      </Alert>
    )
  }
  if (!flows.data) return <Skeleton height={220} m="md" />
  const toggle = (id: number) => {
    const next = new Set(open)
    if (!next.delete(id)) next.add(id)
    setOpen(next)
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keys
    <section className={classes.schools} tabIndex={0} aria-label="По школам">
      <Group gap="xs">
        <TextInput
          size="xs"
          w={260}
          placeholder="Найти школу"
          aria-label="Найти школу"
          leftSection={<IconSearch size={15} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        {open.size > 0 && (
          <Button size="compact-sm" variant="subtle" onClick={() => setOpen(new Set())}>
            Свернуть все
          </Button>
        )}
        <Text size="sm" c="dimmed" role="status">
          {counted(shown.length, ['школа', 'школы', 'школ'])}
          {wanted === '' ? ' в плане' : ' найдено'}
        </Text>
      </Group>
      {schools.length === 0 && (
        <Text mt="md" c="dimmed">
          В плане нет ни одной строки: излишки ни к одной потребности не подошли. Почему — на вкладке «Не
          удовлетворено».
        </Text>
      )}
      <ul className={classes.schoolList}>
        {shown.map((school) => {
          const isOpen = open.has(school.id)
          return (
            <li key={school.id}>
              <button
                type="button"
                className={classes.schoolHead}
                aria-expanded={isOpen}
                onClick={() => toggle(school.id)}
              >
                {isOpen ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
                <span className={classes.schoolName}>{school.name}</span>
                <span className={classes.schoolSums}>{sumsWords(school)}</span>
              </button>
              {isOpen && <SchoolSides plan={plan} school={school} onRows={onRows} />}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function sumsWords({ gives, givesTo, gets, getsFrom }: SchoolSums): string {
  return [
    ...(gives === 0 ? [] : [`отдаёт ${formatNumber(gives)} экз. — ${counted(givesTo, ['школе', 'школам', 'школам'])}`]),
    ...(gets === 0 ? [] : [`получает ${formatNumber(gets)} экз. — от ${counted(getsFrom, ['школы', 'школ', 'школ'])}`]),
  ].join('; ')
}

function sumsOf(flows: readonly Flow[]): SchoolSums[] {
  const schools = new Map<number, SchoolSums>()
  const of = (id: number, name: string): SchoolSums => {
    const known = schools.get(id) ?? { id, name, gives: 0, givesTo: 0, gets: 0, getsFrom: 0 }
    schools.set(id, known)
    return known
  }
  for (const flow of flows) {
    const giver = of(flow.fromSchoolId, flow.from)
    giver.gives += flow.copies
    giver.givesTo++
    const receiver = of(flow.toSchoolId, flow.to)
    receiver.gets += flow.copies
    receiver.getsFrom++
  }
  return [...schools.values()].sort((a, b) => a.name.localeCompare(b.name, 'ru', { numeric: true }))
}

interface SchoolSidesProps extends BySchoolProps {
  school: SchoolSums
}

function SchoolSides({ plan, school, onRows }: SchoolSidesProps) {
  return (
    <div className={classes.sides}>
      {school.gives > 0 && (
        <section aria-label={`${school.name}: отдаёт`}>
          <h3>Отдаёт</h3>
          <Books plan={plan} school={school} side="from" />
          <Button size="compact-sm" variant="subtle" mt={4} onClick={() => onRows(school.name, null)}>
            Показать строки
          </Button>
        </section>
      )}
      {school.gets > 0 && (
        <section aria-label={`${school.name}: получает`}>
          <h3>Получает</h3>
          <Books plan={plan} school={school} side="to" />
          <Button size="compact-sm" variant="subtle" mt={4} onClick={() => onRows(null, school.name)}>
            Показать строки
          </Button>
        </section>
      )}
    </div>
  )
}

interface BooksProps {
  plan: Plan
  school: SchoolSums
  side: 'from' | 'to'
}

/** The books of one side of a school, partner by partner. */
function Books({ plan, school, side }: BooksProps) {
  const other = side === 'from' ? 'to' : 'from'
  const lines = useCall('planLines.list', {
    filters: [
      { op: 'equals', column: 'planId', value: plan.id },
      { op: 'equals', column: side, value: school.name },
    ],
    sort: [
      { column: other, desc: false },
      { column: 'textbook', desc: false },
    ],
    limit: 1000,
  })
  if (lines.error) return <Text size="sm">{errorSentence(lines.error)}</Text>
  if (!lines.data) return <Skeleton height={60} />
  // Two schools may bear one name.
  const rows = lines.data.rows.filter((row) => row[`${side}SchoolId`] === school.id)
  const more = (lines.data.total ?? 0) - lines.data.rows.length
  return (
    <>
      {partners(rows, other).map(([id, own]) => (
        <div key={id}>
          <p className={classes.partner}>
            {side === 'from' ? '→ ' : '← '}
            {own[0]?.[other]}, {formatNumber(own.reduce((sum, row) => sum + row.copies, 0))} экз.
          </p>
          <ul className={classes.books}>
            {own.map((row) => (
              <li key={row.id} title={row.reason}>
                <span>
                  {row.textbook}
                  {row.publicationYear === null ? '' : `, ${row.publicationYear}`}
                  {row.forTextbook === '' ? '' : ` — вместо: ${row.forTextbook}`}
                  {row.state === 'accepted' ? ' (принято)' : row.state === 'rejected' ? ' (отклонено)' : ''}
                </span>
                <span>{formatNumber(row.copies)}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {more > 0 && (
        <Text size="sm" c="dimmed">
          И ещё {formatNumber(more)} строк — откройте их списком.
        </Text>
      )}
    </>
  )
}

function partners(rows: readonly PlanLineRow[], side: 'from' | 'to'): [number, PlanLineRow[]][] {
  const groups = new Map<number, PlanLineRow[]>()
  for (const row of rows) {
    const id = row[`${side}SchoolId`]
    groups.set(id, [...(groups.get(id) ?? []), row])
  }
  return [...groups]
}

function normal(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е').trim()
}
