import { Alert, Skeleton } from '@mantine/core'
import type { Filter } from '@shared/contract/lists'
import { formatNumber } from '@shared/domain/text/plural'
import { useCall } from '../../app/queries'
import { formatSchoolYear, useSchoolYear } from '../../app/schoolYear'
import { errorSentence } from '../../app/toasts'
import { listLink } from '../../components/DataGrid/link'
import { FormSection } from '../../components/record/FormSection'
import classes from './ExchangeSection.module.css'

export interface ExchangeSectionProps {
  schoolId: number
  /** As it stands in the lists. */
  shortName: string
}

/** What the school offers and asks in the exchange fund, gives and gets; each figure opens its rows. */
export function ExchangeSection({ schoolId, shortName }: ExchangeSectionProps) {
  const { schoolYear } = useSchoolYear()
  const named = (column: string): Filter => ({ op: 'equals', column, value: shortName })
  const moved: Filter = { op: 'in', column: 'state', values: ['handed', 'received', 'returned'] }
  const side = (key: string): Filter => ({ op: 'in', column: key, values: [schoolId] })
  const held = useCall('holdings.list', { filters: [named('school')], limit: 1 })
  const surpluses = useCall('surpluses.list', { filters: [named('school')], limit: 1 })
  const needs = useCall('needs.list', { filters: [named('school')], limit: 1 })
  const gives = useCall('transfers.list', { schoolYear, filters: [side('fromSchoolId'), moved], limit: 1 })
  const gets = useCall('transfers.list', { schoolYear, filters: [side('toSchoolId'), moved], limit: 1 })
  const error = held.error ?? surpluses.error ?? needs.error ?? gives.error ?? gets.error
  if (error) {
    return (
      <Alert color="red" title="Обменный фонд не посчитан" mb="md">
        {errorSentence(error)}
      </Alert>
    )
  }
  if (!held.data || !surpluses.data || !needs.data || !gives.data || !gets.data) return <Skeleton height={90} mb="md" />
  const link = (path: string, filters: Filter[]) => `#${listLink(path, { filters, group: null, search: '' })}`
  const year = `за ${formatSchoolYear(schoolYear)}`
  const figures = [
    { title: 'В остатках', copies: held.data.totals.copies ?? 0, href: link('/holdings', [named('school')]) },
    {
      title: 'Может отдать',
      copies: surpluses.data.totals.free ?? 0,
      href: link('/exchange/surpluses', [named('school')]),
    },
    { title: 'Не хватает', copies: needs.data.totals.unmet ?? 0, href: link('/exchange/needs', [named('school')]) },
    {
      title: `Передала ${year}`,
      copies: gives.data.totals.copies ?? 0,
      href: link('/exchange/transfers', [named('from'), moved]),
    },
    {
      title: `Получила ${year}`,
      copies: gets.data.totals.copies ?? 0,
      href: link('/exchange/transfers', [named('to'), moved]),
    },
  ]
  return (
    <FormSection title="Учебники">
      <dl className={classes.figures}>
        {figures.map((one) => (
          <div key={one.title}>
            <dt>{one.title}</dt>
            <dd>
              <a href={one.href} aria-label={`${one.title}: ${formatNumber(one.copies)} экз., показать строки`}>
                {formatNumber(one.copies)} экз.
              </a>
            </dd>
          </div>
        ))}
      </dl>
    </FormSection>
  )
}
