import { ActionIcon, Alert, Button, Group, List, Modal, Text, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconUserOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useCommand } from '../../app/queries'

/** 152-ФЗ: the person withdraws her consent. One of the few things that cannot be undone, so it asks in full. */
export function EraseButton({ id, name }: { id: number; name: string }) {
  const [asking, ask] = useDisclosure(false)
  const [backups, setBackups] = useState<readonly string[] | null>(null)
  const erase = useCommand('librarians.erase')
  const run = async () => {
    const done = await erase.run({ id }).catch(() => null)
    if (done) setBackups(done.backups)
  }
  const close = () => {
    ask.close()
    setBackups(null)
  }
  return (
    <>
      <Tooltip label="Обезличить (152-ФЗ)">
        <ActionIcon variant="subtle" color="gray" aria-label="Обезличить" onClick={ask.open}>
          <IconUserOff size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Modal opened={asking} onClose={close} title={backups ? 'Данные обезличены' : `Обезличить: ${name}?`}>
        {backups ? (
          <>
            <Text>Имя и сведения заменены отметкой в записи и в истории.</Text>
            {backups.length > 0 && (
              <Alert color="orange" mt="sm" title="Они ещё есть в резервных копиях">
                <List size="sm">
                  {backups.map((file) => (
                    <List.Item key={file}>{file}</List.Item>
                  ))}
                </List>
              </Alert>
            )}
            <Group justify="flex-end" mt="lg">
              <Button onClick={close}>Закрыть</Button>
            </Group>
          </>
        ) : (
          <>
            <Text>
              Фамилия, имя, контакты и остальные сведения будут заменены отметкой — в записи и в истории изменений.
              Отменить это нельзя.
            </Text>
            <Group justify="flex-end" mt="lg">
              <Button variant="default" onClick={close} data-autofocus>
                Не обезличивать
              </Button>
              <Button color="red.9" loading={erase.pending} onClick={() => void run()}>
                Обезличить навсегда
              </Button>
            </Group>
          </>
        )}
      </Modal>
    </>
  )
}
