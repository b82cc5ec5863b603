import { Alert, Skeleton, Text } from '@mantine/core'
import type { SchoolLibrarian } from '@shared/contract/staffing'
import { formatDate } from '@shared/domain/dates'
import { formatNumber, plural } from '@shared/domain/text/plural'
import { placeOf } from '../../app/modules'
import { useCall } from '../../app/queries'
import { useSchoolYear } from '../../app/schoolYear'
import { errorSentence } from '../../app/toasts'
import { FormSection } from '../../components/record/FormSection'
import classes from './LibrariansSection.module.css'

/** Who works in the school's library and who did; a name opens the card. Places are changed in the card. */
export function LibrariansSection({ schoolId }: { schoolId: number }) {
  const { schoolYear } = useSchoolYear()
  const found = useCall('librarians.atSchool', { schoolId, schoolYear }, { keepPrevious: true })
  if (found.error) {
    return (
      <Alert color="red" title="Список не открылся">
        {errorSentence(found.error)}
      </Alert>
    )
  }
  if (!found.data) return <Skeleton height={80} />
  const working = found.data.filter((one) => one.working)
  const former = found.data.filter((one) => !one.working)
  return (
    <FormSection title="Кто работает">
      {working.length === 0 && (
        <Text c="dimmed">
          В библиотеке школы никто не работает. Место работы указывают в карточке библиотекаря, вкладка «Работа».
        </Text>
      )}
      <People people={working} />
      {former.length > 0 && (
        <>
          <h3 className={classes.heading}>Работали или будут работать</h3>
          <People people={former} />
        </>
      )}
    </FormSection>
  )
}

function People({ people }: { people: readonly SchoolLibrarian[] }) {
  return (
    <ul className={classes.people}>
      {people.map((one) => (
        <li key={`${one.id} ${one.position} ${one.from}`}>
          <a className={classes.name} href={`#${placeOf('librarian', one.id) ?? '/librarians'}`}>
            {one.name}
          </a>
          <div>{[one.position, rateOf(one), one.main ? '' : 'совместительство'].filter(Boolean).join(' · ')}</div>
          <div className={classes.more}>{[periodOf(one), one.phone, one.email].filter(Boolean).join(' · ')}</div>
        </li>
      ))}
    </ul>
  )
}

function rateOf({ rate }: SchoolLibrarian): string {
  return `${formatNumber(rate / 100)} ${plural(rate / 100, ['ставка', 'ставки', 'ставок'])}`
}

/** «с 01.09.2020», «по 31.08.2024». */
function periodOf({ from, to }: SchoolLibrarian): string {
  return [from && `с ${formatDate(from, 'digits')}`, to && `по ${formatDate(to, 'digits')}`].filter(Boolean).join(' ')
}
