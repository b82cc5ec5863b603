import { SegmentedControl, Select, Text, Title } from '@mantine/core'
import type { DecisionRow } from '@shared/contract/meetings'
import { todayIso } from '@shared/domain/dates'
import type { Paper } from '@shared/papers/model'
import { buildDecisionRegister } from '@shared/papers/year/decisions'
import { buildMeetingCalendar, buildYearPlan } from '@shared/papers/year/plan'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { call } from '../../app/api'
import { useGo } from '../../app/navigation'
import { useCall } from '../../app/queries'
import { useSchoolYear } from '../../app/schoolYear'
import { ListTabs } from '../../components/ListTabs'
import { savePaper } from '../../components/paper/files'
import { PaperActions } from '../../components/paper/PaperActions'
import { PaperFrame } from '../../components/paper/PaperFrame'
import { mailingTabs, mailingTabsLabel } from './tabs'

const kinds = { decisions: 'Реестр решений', plan: 'План работы на год', calendar: 'Календарь заседаний' } as const
type Kind = keyof typeof kinds
const isKind = (value: unknown): value is Kind => typeof value === 'string' && value in kinds

const states = { all: 'все решения', open: 'невыполненные', overdue: 'просроченные', done: 'выполненные' } as const
type States = keyof typeof states
const wanted: Readonly<Record<States, readonly string[] | null>> = {
  all: null,
  open: ['overdue', 'soon', 'open', 'partial'],
  overdue: ['overdue'],
  done: ['done'],
}

/** Rows laid out in the preview; the paper itself has all. */
const SHOWN = 200
const NONE = '0'

/** /letters/papers — papers over a school year: what is decided, planned and held. */
export function YearPapersPage() {
  const search: { kind?: unknown } = useSearch({ strict: false })
  const kind: Kind = isKind(search.kind) ? search.kind : 'decisions'
  const go = useGo()
  const { schoolYear } = useSchoolYear()
  const [state, setState] = useState<States>('all')
  const [association, setAssociation] = useState(NONE)
  const associationId = association === NONE ? null : Number(association)
  const profile = useCall('profile.get', {})
  const associations = useCall('associations.list', { limit: 200, totals: false })
  const year = schoolYear ?? profile.data?.schoolYear ?? ''
  const entries = useCall(
    'year.entries',
    { schoolYear: year, associationId },
    { enabled: kind !== 'decisions' && year !== '' },
  )
  const query = useMemo(() => decisionQuery(schoolYear, state), [schoolYear, state])
  const decisions = useDecisions(kind === 'decisions' ? query : null)

  const build = useMemo(() => {
    if (!profile.data) return null
    const settings = profile.data
    if (kind === 'decisions') {
      const rows = decisions.data
      if (!rows) return null
      const options = { profile: settings, on: todayIso(new Date()), schoolYear }
      return (limit: number): Paper => buildDecisionRegister(rows.slice(0, limit), options)
    }
    const list = entries.data
    if (!list) return null
    const name = associations.data?.rows.find((one) => one.id === associationId)?.name ?? null
    const options = { profile: settings, schoolYear: year, association: associationId === null ? null : name }
    const made = kind === 'plan' ? buildYearPlan : buildMeetingCalendar
    return (limit: number): Paper => made(list.slice(0, limit), options)
  }, [profile.data, kind, decisions.data, entries.data, associations.data, associationId, schoolYear, year])
  const shown = useMemo(() => build?.(SHOWN) ?? null, [build])
  const count = (kind === 'decisions' ? decisions.data?.length : entries.data?.length) ?? 0

  const save = (templateId: number | null) => {
    const title = build?.(0).title ?? kinds[kind]
    if (kind === 'decisions') void savePaper('papers.decisions', { query, templateId }, title)
    else {
      const job = kind === 'plan' ? 'papers.yearPlan' : 'papers.meetingCalendar'
      void savePaper(job, { schoolYear: year, associationId, templateId }, title)
    }
  }
  const error = profile.error ?? entries.error ?? decisions.error
  return (
    <ListTabs label={mailingTabsLabel} tabs={mailingTabs} here="/letters/papers">
      <PaperFrame paper={shown} error={error}>
        <Title order={1} size="h3">
          {kinds[kind]}
        </Title>
        <SegmentedControl
          size="xs"
          orientation="vertical"
          aria-label="Документ"
          data={(Object.keys(kinds) as Kind[]).map((value) => ({ value, label: kinds[value] }))}
          value={kind}
          onChange={(next) => go(`/letters/papers?kind=${next}`)}
        />
        {kind === 'decisions' ? (
          <Select
            size="xs"
            label="Какие решения"
            allowDeselect={false}
            data={(Object.keys(states) as States[]).map((value) => ({ value, label: states[value] }))}
            value={state}
            onChange={(next) => setState((next ?? 'all') as States)}
          />
        ) : (
          <Select
            size="xs"
            label="Объединение"
            allowDeselect={false}
            data={[
              { value: NONE, label: 'весь район' },
              ...(associations.data?.rows ?? []).map((one) => ({ value: String(one.id), label: one.shortName })),
            ]}
            value={association}
            onChange={(next) => setAssociation(next ?? NONE)}
          />
        )}
        <PaperActions disabled={!build} whole={() => build?.(Number.POSITIVE_INFINITY) ?? null} onWord={save} />
        <Text size="xs" c="dimmed">
          Учебный год — тот, что выбран наверху.
          {count > SHOWN && ` Показаны первые ${SHOWN} строк; в документе будут все.`}
        </Text>
      </PaperFrame>
    </ListTabs>
  )
}

function decisionQuery(schoolYear: string | null, state: States) {
  const values = wanted[state]
  return {
    schoolYear,
    filters: values === null ? [] : [{ op: 'in' as const, column: 'state', values: [...values] }],
  }
}

function useDecisions(query: ReturnType<typeof decisionQuery> | null) {
  return useQuery<DecisionRow[], Error>({
    queryKey: ['decisions.list', { register: query }],
    enabled: query !== null,
    queryFn: async () => {
      const rows: DecisionRow[] = []
      for (;;) {
        const page = await call('decisions.list', { ...query, offset: rows.length, limit: 1000 })
        rows.push(...page.rows)
        if (page.rows.length < 1000) return rows
      }
    },
  })
}
