import { ActionIcon, Alert, SegmentedControl, Skeleton } from '@mantine/core'
import type { Filter } from '@shared/contract/lists'
import { isRealDate } from '@shared/domain/dates'
import { buildFlows } from '@shared/papers/flows/paper'
import { IconArrowsExchange, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useGo } from '../../../app/navigation'
import { useCall } from '../../../app/queries'
import { useSchoolYear } from '../../../app/schoolYear'
import { errorSentence } from '../../../app/toasts'
import { listLink } from '../../../components/DataGrid/link'
import { DateField } from '../../../components/fields/DateField'
import { ListEmpty } from '../../../components/ListEmpty'
import { ListTabs } from '../../../components/ListTabs'
import { printPaper, savePaper } from '../../../components/paper/files'
import { WordButton } from '../../../components/paper/WordButton'
import { exchangeTabs, exchangeTabsLabel } from '../tabs'
import classes from './Flows.module.css'
import { FlowsView } from './FlowsView'

type Span = 'year' | 'all' | 'days'

/** /exchange/flows — who has given what to whom: transfers drafted within the school year, a period, or ever. */
export function FlowsScreen() {
  const go = useGo()
  const { schoolYear } = useSchoolYear()
  const [span, setSpan] = useState<Span>('year')
  const [days, setDays] = useState<{ from: string | null; to: string | null }>({ from: null, to: null })
  const year = Number(schoolYear.slice(0, 4))
  const real = (day: string | null) => (day !== null && isRealDate(day) ? day : null)
  const period =
    span === 'all'
      ? { from: null, to: null }
      : span === 'year'
        ? { from: `${year}-09-01`, to: `${year + 1}-08-31` }
        : { from: real(days.from), to: real(days.to) }
  const found = useCall('transfers.flows', period, { keepPrevious: true })
  const profile = useCall('profile.get', {})
  const print = () => {
    if (found.data && profile.data) void printPaper(buildFlows(found.data, period, profile.data), 'printer')
  }
  const rows = (from: string | null, to: string | null) => {
    const filters: Filter[] = [
      ...(from === null ? [] : [{ op: 'equals' as const, column: 'from', value: from }]),
      ...(to === null ? [] : [{ op: 'equals' as const, column: 'to', value: to }]),
      ...(span === 'days' && (period.from ?? period.to) !== null
        ? [{ op: 'between' as const, column: 'draftedOn', ...period }]
        : []),
    ]
    go(listLink('/exchange/transfers', { filters, search: '', group: null, allYears: span !== 'year' }))
  }
  return (
    <ListTabs label={exchangeTabsLabel} tabs={exchangeTabs} here="/exchange/flows">
      {found.error && (
        <Alert color="red" m="md" title="Карта не построена">
          {errorSentence(found.error)}
        </Alert>
      )}
      {!found.data && !found.error && <Skeleton height={320} m="md" />}
      {found.data && (
        <FlowsView
          flows={found.data}
          via={null}
          onRows={rows}
          empty={
            <ListEmpty
              icon={IconArrowsExchange}
              title="Передач за это время нет"
              text="Здесь появится рисунок: какая школа какой отдаёт учебники и сколько. Выберите другой период или составьте передачи — по плану, по броням или вручную."
            />
          }
        >
          <SegmentedControl
            size="xs"
            aria-label="Период"
            data={[
              { value: 'year', label: 'Учебный год' },
              { value: 'all', label: 'Всё время' },
              { value: 'days', label: 'Период' },
            ]}
            value={span}
            onChange={(value) => setSpan(value as Span)}
          />
          {span === 'days' && (
            <>
              <div className={classes.date}>
                <DateField
                  ariaLabel="С какого дня"
                  placeholder="с"
                  value={days.from}
                  onChange={(from) => setDays({ ...days, from })}
                />
              </div>
              <div className={classes.date}>
                <DateField
                  ariaLabel="По какой день"
                  placeholder="по"
                  value={days.to}
                  onChange={(to) => setDays({ ...days, to })}
                />
              </div>
            </>
          )}
          <WordButton
            label="Word"
            size="compact-md"
            variant="default"
            onSave={(templateId) => void savePaper('papers.flows', { ...period, templateId }, 'Карта потоков')}
          />
          <ActionIcon
            variant="default"
            size={30}
            aria-label="Напечатать карту"
            title="Напечатать карту и таблицу"
            onClick={print}
          >
            <IconPrinter size={17} aria-hidden />
          </ActionIcon>
        </FlowsView>
      )}
    </ListTabs>
  )
}
