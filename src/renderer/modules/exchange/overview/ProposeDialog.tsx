import { Alert, Button, Checkbox, Group, Modal, SegmentedControl, Skeleton, Text } from '@mantine/core'
import { counted, formatNumber } from '@shared/domain/text/plural'
import { useState } from 'react'
import { useCall, useCommand } from '../../../app/queries'
import { formatSchoolYear, useSchoolYear } from '../../../app/schoolYear'
import { errorSentence } from '../../../app/toasts'
import { NumberField } from '../../../components/fields/NumberField'
import { copiesShort } from '../model/words'
import classes from './Overview.module.css'

type Year = 'this' | 'next'

/** What follows from provision and is not in the fund yet: seen first, then added as one step. */
export function ProposeDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Предложить из обеспеченности" size="lg">
      {opened && <Proposing onClose={onClose} />}
    </Modal>
  )
}

function Proposing({ onClose }: { onClose: () => void }) {
  const { schoolYear } = useSchoolYear()
  const [year, setYear] = useState<Year>('this')
  const [reserve, setReserve] = useState<number | null>(0)
  const [surpluses, setSurpluses] = useState(true)
  const [needs, setNeeds] = useState(true)
  const isGood = reserve !== null && Number.isInteger(reserve) && reserve >= 0 && reserve <= 100
  const input = { schoolYear, year, reservePercent: isGood ? reserve : 0 }
  const found = useCall('provision.proposals', input, { keepPrevious: true })
  const propose = useCommand('provision.propose', { success: 'Излишки и потребности добавлены в обменный фонд.' })
  const sum = (rows: readonly { copies: number }[]) => rows.reduce((all, row) => all + row.copies, 0)
  const isNothing =
    found.data !== undefined &&
    (surpluses ? found.data.surpluses.length : 0) + (needs ? found.data.needs.length : 0) === 0
  const add = async () => {
    await propose.run({ ...input, surpluses, needs })
    onClose()
  }
  return (
    <>
      <Text size="sm" mb="sm">
        Лишнее — годные книги сверх числа учеников, недостающее — учеников больше, чем книг. Что уже заявлено, обещано
        или передаётся, второй раз не предлагается.
      </Text>
      <Group align="flex-end" gap="md" mb="md">
        <SegmentedControl
          aria-label="Для какого учебного года"
          size="sm"
          value={year}
          onChange={(next) => setYear(next === 'next' ? 'next' : 'this')}
          data={[
            { value: 'this', label: `${formatSchoolYear(schoolYear)} учебный год` },
            { value: 'next', label: 'следующий учебный год' },
          ]}
        />
        <div className={classes.reserve}>
          <NumberField
            label="Оставить школам запас"
            unit="%"
            value={reserve}
            onChange={setReserve}
            error={isGood ? undefined : 'от 0 до 100'}
          />
        </div>
      </Group>
      {found.error && (
        <Alert color="red" title="Предложения не посчитаны">
          {errorSentence(found.error)}
        </Alert>
      )}
      {!found.data && !found.error && <Skeleton height={80} />}
      {found.data && (
        <>
          <Checkbox
            mb={8}
            label={`Излишки: ${counted(found.data.surpluses.length, ['строка', 'строки', 'строк'])}, ${copiesShort(sum(found.data.surpluses))}`}
            checked={surpluses}
            onChange={(event) => setSurpluses(event.currentTarget.checked)}
          />
          <Checkbox
            label={`Потребности: ${counted(found.data.needs.length, ['строка', 'строки', 'строк'])}, ${copiesShort(sum(found.data.needs))}`}
            checked={needs}
            onChange={(event) => setNeeds(event.currentTarget.checked)}
          />
          {found.data.unnamed.length > 0 && (
            <Alert color="orange" mt="md" title={`Учебник не определён: ${formatNumber(found.data.unnamed.length)}`}>
              <ul className={classes.unnamed}>
                {found.data.unnamed.map((one) => (
                  <li key={`${one.school} ${one.subject} ${one.grade}`}>
                    {one.school}: {one.subject}, {one.grade} класс — {copiesShort(one.copies)}
                  </li>
                ))}
              </ul>
              В каталоге нет учебника этого предмета и класса: добавьте его, и потребность появится.
            </Alert>
          )}
        </>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          Не добавлять
        </Button>
        <Button
          data-autofocus
          loading={propose.pending}
          disabled={!found.data || isNothing || !isGood}
          onClick={() => void add().catch(() => undefined)}
        >
          Добавить в обменный фонд
        </Button>
      </Group>
    </>
  )
}
