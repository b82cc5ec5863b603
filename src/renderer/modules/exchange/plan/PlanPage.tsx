import { ActionIcon, Alert, Button, Menu, Skeleton, Stack, Text, Title } from '@mantine/core'
import type { Plan } from '@shared/contract/plans'
import { formatNumber } from '@shared/domain/text/plural'
import { distanceWords, optionWords, savedWords, shortProof, tripsWords, unmetCopies } from '@shared/papers/plan/words'
import {
  IconArrowLeft,
  IconCheck,
  IconDotsVertical,
  IconFileText,
  IconPencil,
  IconRefresh,
  IconTrash,
} from '@tabler/icons-react'
import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useGo } from '../../../app/navigation'
import { useCall } from '../../../app/queries'
import { errorSentence } from '../../../app/toasts'
import { listLink } from '../../../components/DataGrid/link'
import { formatMoment } from '../../../components/format'
import { ListTabs } from '../../../components/ListTabs'
import { exchangeTabs, exchangeTabsLabel } from '../tabs'
import { BySchool } from './BySchool'
import { FlowsTab } from './FlowsTab'
import { LeftLines } from './LeftLines'
import { LinesTab } from './LinesTab'
import classes from './Plan.module.css'
import { PlanName } from './PlansScreen'
import { RemovePlan } from './RemovePlan'
import { UnmetTab } from './UnmetTab'
import { type Acceptance, useAccept } from './useAccept'
import { useSchoolNames } from './useSchoolNames'

const tabs = {
  schools: 'По школам',
  lines: 'Строки',
  unmet: 'Не удовлетворено',
  flows: 'Карта потоков',
} as const
type Tab = keyof typeof tabs

/** /exchange/plan/:id — what a plan proposes, school by school and line by line, and its acceptance. */
export function PlanPage() {
  const params: { id?: string } = useParams({ strict: false })
  const id = Number(params.id)
  const plan = useCall('plans.get', { id })
  const go = useGo()
  return (
    <ListTabs label={exchangeTabsLabel} tabs={exchangeTabs} here="/exchange/plan">
      {plan.error && (
        <Stack p="xl" align="flex-start">
          <Text role="alert">{errorSentence(plan.error)}</Text>
          <Button variant="default" onClick={() => go('/exchange/plan')}>
            Все планы
          </Button>
        </Stack>
      )}
      {!plan.data && !plan.error && <Skeleton height={220} m="md" />}
      {plan.data && <OpenPlan key={id} plan={plan.data} />}
    </ListTabs>
  )
}

function OpenPlan({ plan }: { plan: Plan }) {
  const search: { tab?: unknown } = useSearch({ strict: false })
  const tab: Tab = typeof search.tab === 'string' && search.tab in tabs ? (search.tab as Tab) : 'schools'
  const go = useGo()
  const acceptance = useAccept(plan.id)
  const here = `/exchange/plan/${plan.id}`
  const rows = (from: string | null, to: string | null) =>
    go(
      `${listLink(here, {
        filters: [
          ...(from === null ? [] : [{ op: 'equals' as const, column: 'from', value: from }]),
          ...(to === null ? [] : [{ op: 'equals' as const, column: 'to', value: to }]),
        ],
        search: '',
        group: null,
      })}&tab=lines`,
    )
  return (
    <div className={classes.page}>
      <PlanHead plan={plan} acceptance={acceptance} />
      <nav className={classes.tabs} aria-label="Части плана">
        {(Object.keys(tabs) as Tab[]).map((one) => (
          <a
            key={one}
            className={classes.tab}
            href={`#${here}?tab=${one}`}
            aria-current={one === tab ? 'page' : undefined}
          >
            {tabs[one]}
          </a>
        ))}
      </nav>
      <div className={classes.body}>
        {tab === 'schools' && <BySchool plan={plan} onRows={rows} />}
        {tab === 'lines' && <LinesTab plan={plan} acceptance={acceptance} />}
        {tab === 'unmet' && <UnmetTab plan={plan} />}
        {tab === 'flows' && <FlowsTab plan={plan} onRows={rows} />}
      </div>
      <LeftLines planId={plan.id} left={acceptance.left} onClose={acceptance.forget} />
    </div>
  )
}

function PlanHead({ plan, acceptance }: { plan: Plan; acceptance: Acceptance }) {
  const { outcome } = plan
  const go = useGo()
  const names = useSchoolNames()
  const [isNaming, setNaming] = useState(false)
  const [isRemoving, setRemoving] = useState(false)
  const saved = savedWords(outcome)
  const unmet = unmetCopies(outcome)
  const isWhole = plan.accepted >= plan.lines
  return (
    <header className={classes.head}>
      <div className={classes.titleRow}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="Все планы"
          title="Все планы"
          onClick={() => go('/exchange/plan')}
        >
          <IconArrowLeft size={18} aria-hidden />
        </ActionIcon>
        {isNaming ? (
          <PlanName plan={plan} onDone={() => setNaming(false)} />
        ) : (
          <Title order={1} size="h3">
            {plan.name}
          </Title>
        )}
        <Text size="xs" c="dimmed">
          {formatMoment(plan.madeAt)}
        </Text>
        <span className={classes.spring} />
        <Button
          size="xs"
          leftSection={<IconCheck size={16} aria-hidden />}
          disabled={plan.lines === 0 || isWhole}
          loading={acceptance.pending}
          title={isWhole ? 'Все строки уже приняты' : 'Составить передачи по всем строкам, кроме отклонённых'}
          onClick={() => void acceptance.accept(null)}
        >
          Принять весь план
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconRefresh size={16} aria-hidden />}
          onClick={() => go(`/exchange/plan/new?basedOn=${plan.id}`)}
        >
          Пересчитать…
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFileText size={16} aria-hidden />}
          onClick={() => go(`/exchange/plan/${plan.id}/paper`)}
        >
          Документ
        </Button>
        <Menu position="bottom-end" returnFocus withinPortal>
          <Menu.Target>
            <ActionIcon variant="default" size={30} aria-label="Ещё">
              <IconDotsVertical size={17} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown aria-label="Ещё">
            <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setNaming(true)}>
              Переименовать
            </Menu.Item>
            <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setRemoving(true)}>
              Удалить план…
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <p className={classes.conditions}>
        Условия: {optionWords(plan.options, names).join('; ')}
        {outcome.stopped && '. Поиск остановлен раньше времени: это лучшее из найденного'}
      </p>
      <dl className={classes.figures}>
        <Figure
          title="Удовлетворено из возможных"
          value={`${formatNumber(outcome.copies)} из ${formatNumber(outcome.upperBound)} экз.`}
          detail={shortProof(outcome)}
        />
        <Figure title="Поездок" value={formatNumber(outcome.trips)} detail={tripsWords(outcome.optimality)} />
        {outcome.distanceKm !== null && (
          <Figure title="Расстояние" value={distanceWords(outcome.distanceKm)} detail="в один конец" />
        )}
        <Figure title="Сэкономлено" value={saved.value} detail={saved.detail} />
        <Figure
          title="Не удовлетворено"
          value={`${formatNumber(unmet)} экз.`}
          detail={unmet === 0 ? 'хватило всем' : `из ${formatNumber(outcome.needed)} нужных`}
        />
        <Figure
          title="Принято строк"
          value={`${formatNumber(plan.accepted)} из ${formatNumber(plan.lines)}`}
          detail={plan.accepted === 0 ? 'ещё ничего не изменено' : <a href="#/exchange/transfers">открыть передачи</a>}
        />
      </dl>
      {plan.stale && (
        <Alert color="orange" p="xs" mt={6} role="status">
          Излишки или потребности с тех пор изменились. Что уже нельзя выполнить, при принятии будет названо и
          пропущено; надёжнее пересчитать план.
        </Alert>
      )}
      <RemovePlan
        plan={plan}
        opened={isRemoving}
        onClose={() => setRemoving(false)}
        onRemoved={() => go('/exchange/plan')}
      />
    </header>
  )
}

function Figure({ title, value, detail }: { title: string; value: string; detail: React.ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {value}
        <small>{detail}</small>
      </dd>
    </div>
  )
}
