import { Alert, Skeleton, Text } from '@mantine/core'
import type { Filter } from '@shared/contract/lists'
import { formatNumber } from '@shared/domain/text/plural'
import { useCall } from '../../app/queries'
import { formatSchoolYear, useSchoolYear } from '../../app/schoolYear'
import { errorSentence } from '../../app/toasts'
import { listLink } from '../../components/DataGrid/link'
import { FormSection } from '../../components/record/FormSection'
import classes from './ExchangeSection.module.css'

/** How far the school's books go this school year; each figure opens its rows. */
export function ProvisionSection({ shortName }: { shortName: string }) {
  const { schoolYear } = useSchoolYear()
  const school: Filter = { op: 'equals', column: 'school', value: shortName }
  const found = useCall('provision.list', { schoolYear, filters: [school], limit: 1 })
  if (found.error) {
    return (
      <Alert color="red" title="Обеспеченность не посчитана" mb="md">
        {errorSentence(found.error)}
      </Alert>
    )
  }
  if (!found.data) return <Skeleton height={90} mb="md" />
  const sum = (column: string): number => found.data.totals[column] ?? 0
  const [students, deficit] = [sum('students'), sum('deficit')]
  const link = (filters: Filter[]) =>
    `#${listLink('/holdings/provision', { filters: [school, ...filters], group: null, search: '' })}`
  const above = (column: string): Filter => ({ op: 'above', column, value: 0 })
  const figures = [
    {
      title: 'Обеспечено',
      value: students === 0 ? '—' : `${formatNumber(Math.floor(((students - deficit) / students) * 1000) / 10)} %`,
      href: link([]),
    },
    { title: 'Не хватает', value: `${formatNumber(deficit)} экз.`, href: link([above('deficit')]) },
    { title: 'Лишние', value: `${formatNumber(sum('surplus'))} экз.`, href: link([above('surplus')]) },
    { title: 'С истёкшим сроком', value: `${formatNumber(sum('expired'))} экз.`, href: link([above('expired')]) },
  ]
  return (
    <FormSection title={`Обеспеченность учебниками, ${formatSchoolYear(schoolYear)}`}>
      {found.data.total === 0 ? (
        <Text c="dimmed">Считать пока нечего: нет ни контингента на этот учебный год, ни остатков учебников.</Text>
      ) : (
        <dl className={classes.figures}>
          {figures.map((one) => (
            <div key={one.title}>
              <dt>{one.title}</dt>
              <dd>
                <a href={one.href} aria-label={`${one.title}: ${one.value}, показать строки`}>
                  {one.value}
                </a>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </FormSection>
  )
}
