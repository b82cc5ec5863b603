import { ActionIcon, Alert, Button, Group, Menu, Modal, Table, Text } from '@mantine/core'
import { movementKinds } from '@shared/contract/holdings'
import { formatDate, isRealDate, todayIso } from '@shared/domain/dates'
import { formatNumber } from '@shared/domain/text/plural'
import { IconArrowBackUp, IconDots, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { placeOf } from '../../app/modules'
import { useCommand } from '../../app/queries'
import { DateField } from '../../components/fields/DateField'
import { TextField } from '../../components/fields/TextField'
import classes from './Lot.module.css'
import type { LotRecord } from './LotPanel'

type Move = LotRecord['movements'][number]

/** Movements of a lot, the newest first, with what was there after each. */
export function MovementTable({ lot }: { lot: LotRecord }) {
  const remove = useCommand('movements.remove', { success: 'Движение удалено.' })
  const [reversed, setReversed] = useState<Move | null>(null)
  if (lot.movements.length === 0) return <Text c="dimmed">Движений нет.</Text>
  return (
    <>
      <Table fz="sm" verticalSpacing={4} className={classes.moves}>
        <caption>Движения, новые сверху</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Дата</Table.Th>
            <Table.Th>Движение</Table.Th>
            <Table.Th>Документ</Table.Th>
            <Table.Th ta="right">Экз.</Table.Th>
            <Table.Th ta="right">Остаток</Table.Th>
            <Table.Th aria-label="Действия" />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lot.movements.toReversed().map((move) => (
            <Table.Tr key={move.id}>
              <Table.Td>{formatDate(move.date, 'digits')}</Table.Td>
              <Table.Td>{movementKinds[move.kind]}</Table.Td>
              <Table.Td>
                <Document move={move} />
              </Table.Td>
              <Table.Td ta="right" className={classes.figure}>
                {`${move.copies > 0 ? '+' : '−'}${formatNumber(Math.abs(move.copies))}`}
              </Table.Td>
              <Table.Td ta="right" className={classes.figure}>
                {formatNumber(move.balance)}
              </Table.Td>
              <Table.Td>
                <Menu position="bottom-end" withinPortal>
                  <Menu.Target>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={`Действия с движением от ${formatDate(move.date, 'digits')}, ${move.copies} экз.`}
                    >
                      <IconDots size={16} aria-hidden />
                    </ActionIcon>
                  </Menu.Target>
                  <Menu.Dropdown>
                    {move.removable && (
                      <Menu.Item
                        leftSection={<IconTrash size={15} aria-hidden />}
                        onClick={() => void remove.run({ id: move.id }).catch(() => undefined)}
                      >
                        Удалить движение
                      </Menu.Item>
                    )}
                    <Menu.Item
                      leftSection={<IconArrowBackUp size={15} aria-hidden />}
                      onClick={() => setReversed(move)}
                    >
                      Сторно…
                    </Menu.Item>
                  </Menu.Dropdown>
                </Menu>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {reversed && <ReverseDialog key={reversed.id} move={reversed} onClose={() => setReversed(null)} />}
    </>
  )
}

/** The act a movement came by is opened from it. */
function Document({ move }: { move: Move }) {
  const path =
    move.transferId !== null
      ? placeOf('transfer', move.transferId)
      : move.writeOffId !== null
        ? placeOf('write-off', move.writeOffId)
        : null
  const text = [move.document, move.note].filter((part) => part !== '').join(' · ')
  return path ? <a href={`#${path}`}>{text === '' ? 'акт' : text}</a> : text
}

function ReverseDialog({ move, onClose }: { move: Move; onClose: () => void }) {
  const [date, setDate] = useState(todayIso(new Date()))
  const [note, setNote] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const reverse = useCommand('movements.reverse', {
    success: 'Сторно внесено.',
    onError: (error) => {
      setRefusal(error.message)
      return true
    },
  })
  const book = async () => {
    if (!isRealDate(date)) return setRefusal('Впишите день.')
    const done = await reverse.run({ id: move.id, date, note }).catch(() => null)
    if (done) onClose()
  }
  return (
    <Modal opened onClose={onClose} title="Сторно" size="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void book()
        }}
      >
        <Text size="sm" mb="sm">
          {`Движение «${movementKinds[move.kind]}» от ${formatDate(move.date, 'digits')} на ${formatNumber(move.copies)} экз. останется, а обратное ему будет записано выбранным днём.`}
        </Text>
        {refusal !== null && (
          <Alert color="red" mb="sm" role="alert">
            {refusal}
          </Alert>
        )}
        <DateField label="Дата сторно" value={date} onChange={(next) => setDate(next ?? '')} mandatory required />
        <TextField label="Почему" value={note} onChange={setNote} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            Не надо
          </Button>
          <Button type="submit" loading={reverse.pending}>
            Внести сторно
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
