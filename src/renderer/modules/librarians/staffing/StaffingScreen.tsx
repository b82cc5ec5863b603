import { Alert, Button, Group, Skeleton, Text, Title } from '@mantine/core'
import type { Staffing } from '@shared/contract/staffing'
import { formatDate } from '@shared/domain/dates'
import { formatSchoolYear } from '@shared/domain/school-year'
import { formatNumber, plural } from '@shared/domain/text/plural'
import { IconFileText, IconListNumbers } from '@tabler/icons-react'
import { useGo } from '../../../app/navigation'
import { useCall } from '../../../app/queries'
import { useSchoolYear } from '../../../app/schoolYear'
import { errorSentence } from '../../../app/toasts'
import { ListTabs } from '../../../components/ListTabs'
import { librarianTabs } from '../tabs'
import { FigureLink, type FigureLinkProps } from './FigureLink'
import { FigureTable } from './FigureTable'
import classes from './Staffing.module.css'

/** /librarians/staffing — who works in the libraries, counted; every number opens its rows. */
export function StaffingScreen() {
  const { schoolYear } = useSchoolYear()
  const go = useGo()
  const found = useCall('librarians.staffing', { schoolYear }, { keepPrevious: true })
  return (
    <ListTabs label="Списки банка библиотекарей" tabs={librarianTabs} here="/librarians/staffing">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keys */}
      <section className={classes.screen} tabIndex={0} aria-label="Кадровый состав">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <div>
            <Title order={1} size="h2">
              Кадровый состав
            </Title>
            {found.data && (
              <Text size="sm" c="dimmed">
                {formatSchoolYear(found.data.schoolYear)} учебный год, на {formatDate(found.data.on, 'digits')}. Каждое
                число открывает свой список.
              </Text>
            )}
          </div>
          <Group gap="xs" wrap="nowrap">
            <Button
              size="xs"
              leftSection={<IconFileText size={16} aria-hidden />}
              onClick={() => go('/librarians/paper?kind=staffing')}
            >
              Справка
            </Button>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconListNumbers size={16} aria-hidden />}
              onClick={() => go('/librarians/paper?kind=list')}
            >
              Список библиотекарей
            </Button>
          </Group>
        </Group>
        {found.error && (
          <Alert color="red" mt="md" title="Кадровый состав не посчитан">
            {errorSentence(found.error)}
          </Alert>
        )}
        {found.data ? <Figures staffing={found.data} /> : !found.error && <Skeleton height={300} mt="md" />}
      </section>
    </ListTabs>
  )
}

function Figures({ staffing }: { staffing: Staffing }) {
  const { people, schools, vacant } = staffing
  const rates = (people.rate ?? 0) / 100
  return (
    <>
      <ul className={classes.counts} aria-label="Главное">
        <Count words={plural(people.count, ['работает', 'работают', 'работают'])} figure={people} list="librarians" />
        <li className={classes.count}>
          <span className={classes.big}>{formatNumber(rates)}</span>
          {plural(rates, ['ставка', 'ставки', 'ставок'])}
        </li>
        <Count words={plural(schools.count, ['школа', 'школы', 'школ'])} figure={schools} list="schools" />
        <Count words="без библиотекаря" figure={vacant} list="schools" />
      </ul>
      {people.count === 0 && (
        <Text c="dimmed" mt="lg">
          В этом учебном году в банке никто не работает. Добавьте библиотекарей на вкладке «Люди» и укажите место
          работы.
        </Text>
      )}
      {staffing.tables
        .filter((table) => table.total.count > 0)
        .map((table) => (
          <FigureTable key={table.id} staffing={staffing} table={table} />
        ))}
    </>
  )
}

function Count({ words, ...figure }: FigureLinkProps & { words: string }) {
  return (
    <li className={classes.count}>
      <span className={classes.big}>
        <FigureLink {...figure} />
      </span>
      {words}
    </li>
  )
}
