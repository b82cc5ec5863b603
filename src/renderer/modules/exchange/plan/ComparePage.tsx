import { Alert, Button, Checkbox, Group, Skeleton, Text, Title } from '@mantine/core'
import type { Output } from '@shared/contract'
import type { Plan } from '@shared/contract/plans'
import { formatNumber } from '@shared/domain/text/plural'
import { distanceWords, optionWords, proofWords, savedWords, unmetCopies } from '@shared/papers/plan/words'
import { IconArrowLeft } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useGo } from '../../../app/navigation'
import { useCall } from '../../../app/queries'
import { errorSentence } from '../../../app/toasts'
import { ListTabs } from '../../../components/ListTabs'
import { exchangeTabs, exchangeTabsLabel } from '../tabs'
import classes from './Plan.module.css'
import { TradeOff } from './TradeOff'
import { useSchoolNames } from './useSchoolNames'

/** /exchange/plan/compare?ids=[…] — how copies are traded for trips, and what changes for each school. */
export function ComparePage() {
  const search: { ids?: unknown } = useSearch({ strict: false })
  const ids = Array.isArray(search.ids)
    ? search.ids.filter((id): id is number => typeof id === 'number').slice(0, 6)
    : []
  const found = useCall('plans.compare', { ids }, { enabled: ids.length >= 2 })
  const go = useGo()
  return (
    <ListTabs label={exchangeTabsLabel} tabs={exchangeTabs} here="/exchange/plan">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keys */}
      <section className={classes.screen} tabIndex={0} aria-label="Сравнение планов">
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
          onClick={() => go('/exchange/plan')}
        >
          Все планы
        </Button>
        <Title order={1} size="h2" mt={4}>
          Сравнение планов
        </Title>
        {ids.length < 2 && <Text c="dimmed">Отметьте в списке планов от двух до шести.</Text>}
        {found.error && (
          <Alert color="red" mt="md" title="Планы не сравнить">
            {errorSentence(found.error)}
          </Alert>
        )}
        {ids.length >= 2 && !found.data && !found.error && <Skeleton height={220} mt="md" />}
        {found.data && <Comparison compared={found.data} />}
      </section>
    </ListTabs>
  )
}

function Comparison({ compared }: { compared: Output<'plans.compare'> }) {
  const { plans, schools } = compared
  const names = useSchoolNames()
  const best = (pick: (plan: Plan) => number, order: 'most' | 'least'): number => {
    const values = plans.map(pick)
    return order === 'most' ? Math.max(...values) : Math.min(...values)
  }
  const lines: { title: string; cell: (plan: Plan) => ReactNode; isBest?: (plan: Plan) => boolean }[] = [
    {
      title: 'Удовлетворено, экз.',
      cell: ({ outcome }) => (
        <>
          {formatNumber(outcome.copies)}
          <span className={classes.detail}>{proofWords(outcome)}</span>
        </>
      ),
      isBest: (plan) => plan.outcome.copies === best((one) => one.outcome.copies, 'most'),
    },
    {
      title: 'Поездок',
      cell: ({ outcome }) => formatNumber(outcome.trips),
      isBest: (plan) => plan.outcome.trips === best((one) => one.outcome.trips, 'least'),
    },
    {
      title: 'Экземпляров за поездку',
      cell: ({ outcome }) =>
        outcome.trips === 0 ? '—' : formatNumber(Math.round((outcome.copies / outcome.trips) * 10) / 10),
    },
    {
      title: 'Расстояние',
      cell: ({ outcome }) => distanceWords(outcome.distanceKm),
      isBest: (plan) =>
        plans.filter((one) => one.outcome.distanceKm !== null).length > 1 &&
        plan.outcome.distanceKm === best((one) => one.outcome.distanceKm ?? Number.POSITIVE_INFINITY, 'least'),
    },
    {
      title: 'Сэкономлено',
      cell: ({ outcome }) => savedWords(outcome).value,
      isBest: (plan) => plan.outcome.savedKopecks === best((one) => one.outcome.savedKopecks, 'most'),
    },
    {
      title: 'Не удовлетворено, экз.',
      cell: ({ outcome }) => formatNumber(unmetCopies(outcome)),
      isBest: (plan) => unmetCopies(plan.outcome) === best((one) => unmetCopies(one.outcome), 'least'),
    },
    {
      title: 'Как везут',
      cell: ({ options }) => (options.viaSchoolId === null ? 'школа — школе' : `через ${names(options.viaSchoolId)}`),
    },
    {
      title: 'Пара не меньше',
      cell: ({ options }) => (options.minimumPair === 1 ? 'любая' : `${formatNumber(options.minimumPair)} экз.`),
    },
    { title: 'Условия', cell: (plan) => optionWords(plan.options, names).join('; ') },
  ]
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Показатель</th>
            {plans.map((plan, index) => (
              <th key={plan.id} scope="col" style={{ minWidth: 150 }}>
                {index + 1}. <a href={`#/exchange/plan/${plan.id}`}>{plan.name}</a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ title, cell, isBest }) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              {plans.map((plan) => (
                <td key={plan.id} style={{ maxWidth: 260 }}>
                  {cell(plan)}
                  {isBest?.(plan) && !plans.every(isBest) && <span className={classes.detail}>лучше всех</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Title order={2} size="h3" mt="lg">
        Экземпляры и поездки
      </Title>
      <Text size="sm" c="dimmed">
        Выше — больше экземпляров, левее — меньше поездок. Номера — как в таблице.
      </Text>
      <TradeOff plans={plans} />
      <SchoolDifferences plans={plans} schools={schools} />
    </>
  )
}

type Schools = Output<'plans.compare'>['schools']
const SHOWN = 300

function SchoolDifferences({ plans, schools }: { plans: readonly Plan[]; schools: Schools }) {
  const [isAll, setAll] = useState(false)
  const different = schools.filter(({ plans: own }) =>
    own.some(({ gets, gives, trips }) => gets !== own[0]?.gets || gives !== own[0]?.gives || trips !== own[0]?.trips),
  )
  const shown = isAll ? schools : different
  return (
    <>
      <Group gap="md" mt="lg">
        <Title order={2} size="h3">
          По школам
        </Title>
        <Checkbox
          size="xs"
          label="Только где планы расходятся"
          checked={!isAll}
          onChange={(event) => setAll(!event.currentTarget.checked)}
        />
      </Group>
      {shown.length === 0 ? (
        <Text size="sm" c="dimmed" mt="xs">
          Для школ эти планы одинаковы.
        </Text>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                Школа
              </th>
              {plans.map((plan, index) => (
                <th key={plan.id} scope="colgroup" colSpan={3} title={plan.name}>
                  План {index + 1}
                </th>
              ))}
            </tr>
            <tr>
              {plans.flatMap((plan) =>
                ['получает', 'отдаёт', 'поездок'].map((title) => (
                  <th key={`${plan.id} ${title}`} scope="col" className={classes.number}>
                    {title}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, SHOWN).map(({ schoolId, school, plans: own }) => (
              <tr key={schoolId}>
                <th scope="row">{school}</th>
                {own.flatMap((figures, index) =>
                  (['gets', 'gives', 'trips'] as const).map((key) => (
                    <td
                      key={`${plans[index]?.id} ${key}`}
                      className={classes.number}
                      style={figures[key] === own[0]?.[key] ? undefined : { fontWeight: 600 }}
                    >
                      {formatNumber(figures[key])}
                    </td>
                  )),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {shown.length > SHOWN && (
        <Text size="sm" c="dimmed">
          И ещё {formatNumber(shown.length - SHOWN)} школ.
        </Text>
      )}
    </>
  )
}
