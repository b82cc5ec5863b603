import { Alert, Button, Group, Skeleton, Text, Title } from '@mantine/core'
import type { FundSummary } from '@shared/contract/exchange'
import { formatDate, isRealDate } from '@shared/domain/dates'
import {
  IconAlertCircle,
  IconArrowsExchange,
  IconClockExclamation,
  IconFileImport,
  IconPlus,
  IconScale,
  IconStack2,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useGo } from '../../../app/navigation'
import { useCall } from '../../../app/queries'
import { errorSentence } from '../../../app/toasts'
import { DateField } from '../../../components/fields/DateField'
import { ListEmpty } from '../../../components/ListEmpty'
import { ListTabs } from '../../../components/ListTabs'
import { exchangeTabs, exchangeTabsLabel } from '../tabs'
import { type FundFigure, fundFigures } from './figures'
import { NextSteps } from './NextSteps'
import classes from './Overview.module.css'

/** /exchange — the fund at a glance: what is free, what is lacking, what has moved; every figure opens its rows. */
export function OverviewScreen() {
  const [day, setDay] = useState<string | null>(null)
  const on = day !== null && isRealDate(day) ? day : null
  const found = useCall('exchange.summary', { on }, { keepPrevious: true })
  const summary = found.data
  return (
    <ListTabs label={exchangeTabsLabel} tabs={exchangeTabs} here="/exchange">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keys */}
      <section className={classes.screen} tabIndex={0} aria-label="Обменный фонд">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <div>
            <Title order={1} size="h2">
              Обменный фонд
            </Title>
            {summary && (
              <Text size="sm" c="dimmed">
                {on === null
                  ? `На ${formatDate(summary.on, 'digits')}. Каждое число открывает свои строки.`
                  : `Таким фонд был на ${formatDate(on, 'digits')}. Строки открываются только для сегодняшнего дня.`}
              </Text>
            )}
          </div>
          <Group gap="xs" wrap="nowrap" align="flex-end">
            <div className={classes.day}>
              <DateField ariaLabel="На дату" placeholder="На дату" value={day} onChange={setDay} />
            </div>
            {day !== null && (
              <Button variant="default" onClick={() => setDay(null)}>
                Сегодня
              </Button>
            )}
          </Group>
        </Group>
        {found.error && (
          <Alert color="red" mt="md" title="Обменный фонд не посчитан">
            {errorSentence(found.error)}
          </Alert>
        )}
        {!summary && !found.error && <Skeleton height={220} mt="md" />}
        {summary &&
          (isEmpty(summary) && on === null ? <FirstStep /> : <Figures summary={summary} isNow={on === null} />)}
      </section>
    </ListTabs>
  )
}

function isEmpty({ surpluses, needs, transferred, onLoan, reserved }: FundSummary): boolean {
  return surpluses.rows + needs.rows + transferred.transfers + onLoan.copies + reserved === 0
}

function Figures({ summary, isNow }: { summary: FundSummary; isNow: boolean }) {
  return (
    <>
      <ul className={classes.figures} aria-label="Главное">
        {fundFigures(summary, isNow).map((figure) => (
          <li key={figure.title}>
            <FigureCard figure={figure} />
          </li>
        ))}
      </ul>
      {isNow && <NextSteps summary={summary} />}
    </>
  )
}

const toneIcons = { danger: IconAlertCircle, warning: IconClockExclamation } as const

function FigureCard({ figure }: { figure: FundFigure }) {
  const Icon = figure.tone && toneIcons[figure.tone]
  const inside = (
    <>
      <span className={classes.big} data-tone={figure.tone ?? undefined}>
        {Icon && <Icon size={20} aria-hidden />}
        {figure.value}
      </span>
      <span>{figure.title}</span>
      <span className={classes.detail}>{figure.detail}</span>
    </>
  )
  if (figure.place === null) return <div className={classes.figure}>{inside}</div>
  return (
    <a className={classes.figure} href={`#${figure.place}`}>
      {inside}
    </a>
  )
}

function FirstStep() {
  const go = useGo()
  return (
    <div className={classes.empty}>
      <ListEmpty
        icon={IconStack2}
        title="В обменном фонде пока пусто"
        text="Фонд открывают излишки: какие учебники школы могут отдать. Добавьте первый излишек или загрузите файл Excel, присланный школой, потом — чего школам не хватает. Программа сведёт одно с другим."
        action={
          <Group gap="xs" justify="center">
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => go('/exchange/surpluses?open=new')}>
              Добавить излишек
            </Button>
            <Button
              variant="default"
              leftSection={<IconArrowsExchange size={18} aria-hidden />}
              onClick={() => go('/exchange/needs?open=new')}
            >
              Добавить потребность
            </Button>
            <Button
              variant="default"
              leftSection={<IconFileImport size={18} aria-hidden />}
              onClick={() => go('/imports/new')}
            >
              Загрузить файл
            </Button>
            <Button
              variant="default"
              leftSection={<IconScale size={18} aria-hidden />}
              onClick={() => go('/holdings/provision/propose')}
            >
              Предложить из обеспеченности
            </Button>
          </Group>
        }
      />
    </div>
  )
}
