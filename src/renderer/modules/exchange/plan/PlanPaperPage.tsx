import { Alert, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import type { PlanLineRow, PlanUnmetRow } from '@shared/contract/plans'
import { counted } from '@shared/domain/text/plural'
import type { Paper } from '@shared/papers/model'
import { buildPlan } from '@shared/papers/plan/plan'
import { IconArrowLeft, IconDeviceFloppy, IconFileTypePdf, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { call } from '../../../app/api'
import { useGo } from '../../../app/navigation'
import { useCall } from '../../../app/queries'
import { errorSentence } from '../../../app/toasts'
import { printPaper, savePaper } from '../../../components/paper/files'
import { Pages } from '../../../components/paper/Pages'
import classes from './PlanPaper.module.css'
import { useSchoolNames } from './useSchoolNames'

/** Lines laid out in the preview; the paper itself has all. */
const SHOWN = 150

/** /exchange/plan/:id/paper — the plan as it will print. */
export function PlanPaperPage() {
  const params: { id?: string } = useParams({ strict: false })
  const id = Number(params.id)
  const go = useGo()
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
  const print = (to: 'printer' | 'pdf') => {
    const paper = build?.(Number.POSITIVE_INFINITY)
    if (paper) void printPaper(paper, to)
  }
  const hidden = Math.max(0, (lines.data?.length ?? 0) - SHOWN)
  return (
    <div className={classes.page}>
      <aside className={classes.side} aria-label="Что печатать">
        <Stack gap="sm">
          <Button
            variant="subtle"
            size="compact-sm"
            className={classes.back}
            leftSection={<IconArrowLeft size={16} aria-hidden />}
            onClick={() => go(`/exchange/plan/${id}`)}
          >
            {plan.data?.name ?? 'План'}
          </Button>
          <Title order={1} size="h3">
            План на бумаге
          </Title>
          <Text size="sm" c="dimmed">
            Итоги, карта потоков, кто что отдаёт и получает, чего не хватило и почему. Отклонённых строк в документе
            нет.
          </Text>
          <Button
            leftSection={<IconDeviceFloppy size={18} aria-hidden />}
            disabled={!shown}
            onClick={() => shown && void savePaper('papers.plan', { id }, shown.title)}
          >
            Сохранить в Word
          </Button>
          <Group gap="xs" grow>
            <Button
              variant="default"
              leftSection={<IconPrinter size={18} aria-hidden />}
              disabled={!shown}
              onClick={() => print('printer')}
            >
              Печать
            </Button>
            <Button
              variant="default"
              leftSection={<IconFileTypePdf size={18} aria-hidden />}
              disabled={!shown}
              onClick={() => print('pdf')}
            >
              PDF
            </Button>
          </Group>
          {hidden > 0 && (
            <Text size="sm" c="dimmed">
              Справа — начало: {counted(SHOWN, ['строка', 'строки', 'строк'])} плана. В документе будут и остальные.
            </Text>
          )}
          {error && (
            <Alert color="red" title="Документ не составлен">
              {errorSentence(error)}
            </Alert>
          )}
        </Stack>
      </aside>
      <div className={classes.pages}>
        {shown ? <Pages paper={shown} zoom="fit" /> : !error && <Skeleton height={500} m="md" />}
      </div>
    </div>
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
