import { Button, Group, Modal, Text } from '@mantine/core'
import { counted } from '@shared/domain/text/plural'

/** Asked because it cannot be undone: corrections made in the review go with the papers. */
export function DropDialog(props: { count: number; onDrop: () => Promise<void>; onClose: () => void }) {
  return (
    <Modal opened onClose={props.onClose} title="Убрать документы из списка?">
      <Text size="sm">
        Будет убрано: {counted(props.count, ['документ', 'документа', 'документов'])} вместе с исправлениями, сделанными
        при проверке. Отменить это нельзя. Файлы на диске и уже сохранённые протоколы и планы останутся.
      </Text>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={props.onClose} data-autofocus>
          Оставить
        </Button>
        <Button color="red" onClick={() => void props.onDrop().then(props.onClose)}>
          Убрать из списка
        </Button>
      </Group>
    </Modal>
  )
}
