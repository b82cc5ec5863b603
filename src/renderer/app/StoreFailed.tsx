import { Button, Group, Modal, Paper, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { StoreProblem } from '@shared/contract/app'
import { IconDatabaseOff } from '@tabler/icons-react'
import { useState } from 'react'
import { formatMoment } from '../components/format'
import { call } from './api'
import { errorSentence } from './toasts'

type Offer = StoreProblem['offers'][number]

const offerWords: Readonly<Record<Offer, string>> = {
  retry: 'Попробовать ещё раз',
  restore: 'Восстановить из копии…',
  'choose-folder': 'Выбрать другую папку…',
  'show-folder': 'Показать папку с данными',
  quit: 'Закрыть программу',
}

/** The data did not open: what happened, and the ways on as buttons. Nothing here changes data without asking. */
export function StoreFailed({ problem }: { problem: StoreProblem }) {
  const [busy, setBusy] = useState<Offer | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [asking, ask] = useDisclosure(false)

  const run = async (offer: Offer) => {
    setBusy(offer)
    setError(null)
    try {
      await doOffer(offer)
    } catch (failure) {
      setError(errorSentence(failure))
    } finally {
      setBusy(null)
    }
  }
  const restore = () => {
    ask.close()
    void run('restore')
  }
  return (
    <Stack align="center" justify="center" h="100vh" p="lg">
      <Paper withBorder p="xl" maw={620} w="100%" role="alert">
        <Group align="flex-start" wrap="nowrap" gap="md">
          <IconDatabaseOff size={32} aria-hidden />
          <Stack gap="sm">
            <Title order={1} size="h2">
              Данные не открылись
            </Title>
            <Text style={{ whiteSpace: 'pre-line' }}>{problem.message}</Text>
            {problem.backup && (
              <Text>
                Самая свежая исправная копия сделана <b>{formatMoment(problem.backup.madeAt)}</b>.
              </Text>
            )}
            {error && <Text c="var(--mantine-color-error)">{error}</Text>}
            <Group gap="xs" mt="sm">
              {problem.offers.map((offer, index) => (
                <Button
                  key={offer}
                  variant={index === 0 ? 'filled' : 'default'}
                  loading={busy === offer}
                  disabled={busy !== null && busy !== offer}
                  onClick={() => (offer === 'restore' ? ask.open() : void run(offer))}
                >
                  {offerWords[offer]}
                </Button>
              ))}
            </Group>
          </Stack>
        </Group>
      </Paper>
      <Modal opened={asking} onClose={ask.close} title="Восстановить данные из копии?">
        <Text>
          {problem.backup
            ? `Будет поставлена копия от ${formatMoment(problem.backup.madeAt)}. Сделанного после этого времени в ней нет.`
            : 'Будет поставлена самая свежая исправная копия.'}{' '}
          Повреждённый файл останется рядом, под другим именем.
        </Text>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={ask.close} data-autofocus>
            Не восстанавливать
          </Button>
          <Button onClick={restore}>Восстановить</Button>
        </Group>
      </Modal>
    </Stack>
  )
}

function doOffer(offer: Offer): Promise<unknown> {
  switch (offer) {
    case 'retry':
      return call('shell.retryStore', {})
    case 'restore':
      return call('shell.restoreNewest', {})
    case 'choose-folder':
      return call('shell.chooseDataFolder', {})
    case 'show-folder':
      return call('shell.showDataFolder', {})
    case 'quit':
      return call('shell.quit', {})
  }
}
