import { Text, Title } from '@mantine/core'
import type { PlanLineRow, PlanUnmetRow } from '@shared/contract/plans'
import { counted } from '@shared/domain/text/plural'
import type { Paper } from '@shared/papers/model'
import { buildPlan } from '@shared/papers/plan/plan'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { call } from '../../../app/api'
import { useCall } from '../../../app/queries'
import { savePaper } from '../../../components/paper/files'
import { PaperActions } from '../../../components/paper/PaperActions'
import { PaperBack, PaperFrame } from '../../../components/paper/PaperFrame'
import { useSchoolNames } from './useSchoolNames'

/** Lines laid out in the preview; the paper itself has all. */
const SHOWN = 150

/** /exchange/plan/:id/paper — the plan as it will print. */
export function PlanPaperPage() {
  const params: { id?: string } = useParams({ strict: false })
  const id = Number(params.id)
  const plan = useCall('plans.get', { id })
  const profile = useCall('profile.get', {})
  const flows = useCall('plans.flows', { id })
  const lines = useRows<PlanLineRow>('planLines.list', id)
  const unmet = useRows<PlanUnmetRow>('planUnmet.list', id)
  const schoolName = useSchoolNames()
  const error = plan.error ?? profile.error ?? flows.error ?? lines.error ?? unmet.error
  const build = useMemo(() => {
    if (!plan.data || !profile.data || !flows.data || !lines.data || !unmet.data) return null
    const [kept, settings, all, lacking] = [plan.data, profile.data, lines.data, unmet.data]
    const drawn = flows.data
    return (limit: number): Paper =>
      buildPlan(
        { plan: kept, lines: all.slice(0, limit), unmet: lacking.slice(0, limit), flows: drawn, schoolName },
        settings,
      )
  }, [plan.data, profile.data, flows.data, lines.data, unmet.data, schoolName])
  const shown = useMemo(() => build?.(SHOWN) ?? null, [build])
  const hidden = Math.max(0, (lines.data?.length ?? 0) - SHOWN)
  return (
    <PaperFrame paper={shown} error={error}>
      <PaperBack to={`/exchange/plan/${id}`}>{plan.data?.name ?? 'План'}</PaperBack>
      <Title order={1} size="h3">
        План на бумаге
      </Title>
      <Text size="sm" c="dimmed">
        Итоги, карта потоков, кто что отдаёт и получает, чего не хватило и почему. Отклонённых строк в документе нет.
      </Text>
      <PaperActions
        disabled={!shown}
        whole={() => build?.(Number.POSITIVE_INFINITY) ?? null}
        onWord={(templateId) => shown && void savePaper('papers.plan', { id, templateId }, shown.title)}
      />
      {hidden > 0 && (
        <Text size="sm" c="dimmed">
          Справа — начало: {counted(SHOWN, ['строка', 'строки', 'строк'])} плана. В документе будут и остальные.
        </Text>
      )}
    </PaperFrame>
  )
}

/** All rows of one plan, page by page. */
function useRows<Row>(name: 'planLines.list' | 'planUnmet.list', planId: number) {
  return useQuery({
    queryKey: [name, { planId, all: true }],
    queryFn: async () => {
      const rows: Row[] = []
      for (;;) {
        const page = await call(name, {
          filters: [{ op: 'equals', column: 'planId', value: planId }],
          offset: rows.length,
          limit: 1000,
        })
        rows.push(...(page.rows as Row[]))
        if (page.rows.length < 1000) return rows
      }
    },
  })
}
