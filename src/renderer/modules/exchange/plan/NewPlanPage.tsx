import { Alert, Button, Text, Title } from '@mantine/core'
import { type Plan, PlanOptions } from '@shared/contract/plans'
import { formatDate, todayIso } from '@shared/domain/dates'
import { counted } from '@shared/domain/text/plural'
import { IconArrowLeft, IconPlayerPlay } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useGo } from '../../../app/navigation'
import { useCall } from '../../../app/queries'
import { ListTabs } from '../../../components/ListTabs'
import { exchangeTabs, exchangeTabsLabel } from '../tabs'
import { MakingPanel } from './MakingPanel'
import { forgetMaking, makePlan, useMaking } from './making'
import { draftFault, OptionsForm, type PlanDraft } from './OptionsForm'
import classes from './Plan.module.css'

/** /exchange/plan/new — what is asked of the plan, then its making. With `basedOn` locked lines of that plan stay. */
export function NewPlanPage() {
  const search: { basedOn?: unknown } = useSearch({ strict: false })
  const basedOn = typeof search.basedOn === 'number' ? search.basedOn : null
  const base = useCall('plans.get', { id: basedOn ?? 0 }, { enabled: basedOn !== null })
  if (basedOn !== null && !base.data && !base.error) return null
  return <NewPlan key={basedOn ?? 'new'} base={base.data ?? null} />
}

function NewPlan({ base }: { base: Plan | null }) {
  const go = useGo()
  const making = useMaking()
  const [draft, setDraft] = useState<PlanDraft>(() => startDraft(base))
  const locked = useCall(
    'planLines.list',
    {
      filters: [
        { op: 'equals', column: 'planId', value: base?.id ?? 0 },
        { op: 'equals', column: 'locked', value: true },
      ],
      limit: 1,
    },
    { enabled: base !== null },
  )
  const fault = draftFault(draft)
  const start = () => {
    if (fault !== null) return
    void makePlan(
      {
        name: draft.name.trim(),
        options: draft.options,
        limit: { steps: null, seconds: draft.seconds },
        basedOn: base?.id ?? null,
      },
      draft.seconds,
    )
  }
  useEffect(() => {
    if (making.state !== 'done') return
    forgetMaking()
    go(`/exchange/plan/${making.answer.planId}`)
  }, [making, go])
  const kept = locked.data?.total ?? 0
  return (
    <ListTabs label={exchangeTabsLabel} tabs={exchangeTabs} here="/exchange/plan">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keys */}
      <section className={classes.screen} tabIndex={0} aria-label="Новый план">
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
          onClick={() => go(base === null ? '/exchange/plan' : `/exchange/plan/${base.id}`)}
        >
          {base === null ? 'Все планы' : base.name}
        </Button>
        <Title order={1} size="h2" mt={4}>
          {base === null ? 'Составить план' : 'Пересчитать план'}
        </Title>
        <Text c="dimmed" size="sm" maw={720}>
          План показывает, какая школа какой и сколько отдаёт, чтобы удовлетворить больше всего потребностей с
          наименьшим числом поездок. Он ничего не меняет, пока вы его не приняли.
        </Text>
        {making.state === 'failed' && (
          <Alert color="red" title="План не составлен" mt="sm" withCloseButton onClose={forgetMaking} maw={720}>
            {making.sentence}
          </Alert>
        )}
        {base !== null && (
          <Alert mt="sm" maw={720} title={`По плану «${base.name}»`}>
            {kept === 0
              ? 'Закреплённых строк в нём нет: всё будет пересчитано заново. Чтобы что-то оставить, закрепите строки в плане.'
              : `Останется как есть: ${counted(kept, ['закреплённая строка', 'закреплённые строки', 'закреплённых строк'])}. Остальное будет пересчитано.`}
          </Alert>
        )}
        {making.state === 'running' ? (
          <MakingPanel making={making} />
        ) : (
          <>
            <OptionsForm draft={draft} onChange={setDraft} />
            <div className={classes.start}>
              <Button
                leftSection={<IconPlayerPlay size={18} aria-hidden />}
                disabled={fault !== null}
                title={fault ?? undefined}
                onClick={start}
              >
                {base === null ? 'Составить план' : 'Пересчитать'}
              </Button>
              {fault !== null && (
                <Text size="sm" c="dimmed" role="status">
                  {fault}
                </Text>
              )}
            </div>
          </>
        )}
      </section>
    </ListTabs>
  )
}

function startDraft(base: Plan | null): PlanDraft {
  const today = formatDate(todayIso(new Date()), 'digits')
  return {
    name: base === null ? `План от ${today}` : `${base.name.replace(/, пересчёт(?: \d+)?$/u, '')}, пересчёт`,
    options: base?.options ?? PlanOptions.parse({}),
    isVia: base !== null && base.options.viaSchoolId !== null,
    seconds: 10,
  }
}
