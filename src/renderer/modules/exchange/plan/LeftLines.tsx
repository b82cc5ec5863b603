import { Button, Group, Modal, Table, Text } from '@mantine/core'
import { formatNumber } from '@shared/domain/text/plural'
import { useCall } from '../../../app/queries'
import type { LeftLine } from './useAccept'

/** Lines shown with their books; the others are counted. */
const SHOWN = 100

interface LeftLinesProps {
  planId: number
  left: readonly LeftLine[]
  onClose: () => void
}

/** Which lines were not accepted, and why. */
export function LeftLines({ planId, left, onClose }: LeftLinesProps) {
  const lines = useCall(
    'planLines.list',
    { filters: [{ op: 'equals', column: 'planId', value: planId }], limit: 1000 },
    { enabled: left.length > 0 },
  )
  const rows = new Map(lines.data?.rows.map((row) => [row.id, row]))
  return (
    <Modal opened={left.length > 0} onClose={onClose} title="Приняты не все строки" size="xl">
      <Text size="sm" mb="sm">
        Не принято строк: {formatNumber(left.length)}. Остальное принято. Пересчитайте план, чтобы найти этим школам
        другие книги.
      </Text>
      <Table fz="sm" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Отдаёт → получает</Table.Th>
            <Table.Th>Учебник</Table.Th>
            <Table.Th>Почему</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {left.slice(0, SHOWN).map(({ id, reason }) => {
            const row = rows.get(id)
            return (
              <Table.Tr key={id}>
                <Table.Td>{row ? `${row.from} → ${row.to}` : ''}</Table.Td>
                <Table.Td>{row ? `${row.textbook}, ${formatNumber(row.copies)} экз.` : ''}</Table.Td>
                <Table.Td>{reason}</Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
      {left.length > SHOWN && (
        <Text size="sm" c="dimmed" mt="xs">
          И ещё {formatNumber(left.length - SHOWN)}.
        </Text>
      )}
      <Group justify="flex-end" mt="md">
        <Button data-autofocus onClick={onClose}>
          Понятно
        </Button>
      </Group>
    </Modal>
  )
}
