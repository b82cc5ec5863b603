import { Kbd, Modal, Table } from '@mantine/core'
import { keyMap } from '../../model/keyboard'

export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} title="Клавиши протокола" size={620}>
      <Table verticalSpacing={4}>
        <Table.Tbody>
          {keyMap.map(({ keys, what }) => (
            <Table.Tr key={keys}>
              <Table.Td w={230}>
                <Kbd>{keys}</Kbd>
              </Table.Td>
              <Table.Td>{what}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  )
}
