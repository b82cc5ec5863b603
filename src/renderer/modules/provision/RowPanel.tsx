import { Alert, Button, Skeleton, Stack, Text } from '@mantine/core'
import type { HoldingRow } from '@shared/contract/holdings'
import { type ProvisionRow, provisionStates } from '@shared/contract/provision'
import { parseGrades } from '@shared/domain/grades'
import { nextSchoolYear } from '@shared/domain/school-year'
import { formatNumber } from '@shared/domain/text/plural'
import { placeOf } from '../../app/modules'
import { useCall } from '../../app/queries'
import { formatSchoolYear, useSchoolYear } from '../../app/schoolYear'
import { errorSentence } from '../../app/toasts'
import { formatDay } from '../../components/format'
import { RecordPanel } from '../../components/RecordPanel'
import { Facts } from '../../components/record/Facts'
import { FormSection } from '../../components/record/FormSection'
import classes from './Provision.module.css'

/** One school, subject and grade: how the figures came about, and the books behind them. */
export function RowPanel({ id, onClose }: { id: number; onClose: () => void }) {
  const { schoolYear } = useSchoolYear()
  const found = useCall('provision.list', {
    schoolYear,
    filters: [{ op: 'in', column: 'id', values: [id] }],
    totals: false,
  })
  const row = found.data?.rows[0]
  if (!row) {
    return (
      <Stack p="md">
        {found.data || found.error ? (
          <Alert color={found.error ? 'red' : 'blue'}>
            {found.error ? errorSentence(found.error) : 'В этом учебном году такой строки нет.'}
          </Alert>
        ) : (
          <Skeleton height={160} />
        )}
        <Button variant="default" onClick={onClose}>
          Закрыть
        </Button>
      </Stack>
    )
  }
  return (
    <RecordPanel
      title={`${row.subject}, ${row.grade} класс`}
      subtitle={
        <>
          <a href={`#${placeOf('school', row.schoolId) ?? '/schools'}`}>{row.school}</a> · {provisionStates[row.state]}
        </>
      }
      onClose={onClose}
      tabs={[
        {
          id: 'main',
          title: 'Как посчитано',
          content: (
            <>
              <FormSection title={`${formatSchoolYear(schoolYear)} учебный год`}>
                <Facts facts={thisYear(row)} />
              </FormSection>
              <FormSection title={`${formatSchoolYear(nextSchoolYear(schoolYear))} учебный год`}>
                <Facts facts={nextYear(row)} />
              </FormSection>
              <Books row={row} />
            </>
          ),
        },
      ]}
    />
  )
}

const thisYear = (row: ProvisionRow) =>
  [
    ['Учеников', formatNumber(row.students)],
    ['Годных учебников', formatNumber(row.usable)],
    ['Не хватает', row.deficit > 0 ? formatNumber(row.deficit) : ''],
    ['Лишние', row.surplus > 0 ? formatNumber(row.surplus) : ''],
    ['С истёкшим сроком', row.expired > 0 ? `${formatNumber(row.expired)} — в счёт не идут` : ''],
  ] as const

const nextYear = (row: ProvisionRow) =>
  [
    ['Учеников', formatNumber(row.nextStudents)],
    ['Будут годны', formatNumber(row.nextUsable)],
    ['Не хватит', row.nextDeficit > 0 ? formatNumber(row.nextDeficit) : ''],
    ['Лишние', row.nextSurplus > 0 ? formatNumber(row.nextSurplus) : ''],
  ] as const

/** What the school holds of the subject for this grade, today. */
function Books({ row }: { row: ProvisionRow }) {
  const found = useCall('holdings.list', {
    filters: [
      { op: 'equals', column: 'school', value: row.school },
      { op: 'equals', column: 'subject', value: row.subject },
      { op: 'above', column: 'copies', value: 0 },
    ],
    sort: [{ column: 'usableUntil', desc: true }],
    limit: 200,
    totals: false,
  })
  if (found.error) return <Alert color="red">{errorSentence(found.error)}</Alert>
  if (!found.data) return <Skeleton height={80} />
  const lots = found.data.rows.filter((lot) => isFor(lot, row.grade))
  return (
    <FormSection title="Книги">
      {lots.length === 0 ? (
        <Text c="dimmed">Учебников этого предмета для {row.grade} класса в школе нет.</Text>
      ) : (
        <table className={classes.lots}>
          <thead>
            <tr>
              <th>Учебник</th>
              <th className={classes.number}>Год</th>
              <th>Использовать до</th>
              <th className={classes.number}>Экз.</th>
            </tr>
          </thead>
          <tbody>
            {lots.map((lot) => (
              <tr key={lot.id} className={lot.usable ? undefined : classes.expired}>
                <td>
                  {lot.textbook}
                  {!lot.usable && ' — срок истёк'}
                </td>
                <td className={classes.number}>{lot.publicationYear ?? ''}</td>
                <td>{formatDay(lot.usableUntil)}</td>
                <td className={classes.number}>{formatNumber(lot.copies)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {lots.some((lot) => lot.grades.includes('–')) && (
        <Text c="dimmed" size="sm" mt={6}>
          Учебник для нескольких классов делится между ними: сначала тем, кому не хватает книг.
        </Text>
      )}
    </FormSection>
  )
}

function isFor(lot: HoldingRow, grade: number): boolean {
  const grades = parseGrades(lot.grades)
  return grades !== null && grades.gradeFrom <= grade && grade <= grades.gradeTo
}
