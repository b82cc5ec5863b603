import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'

/** A screen that fell over: what is safe, and the ways on. */
export function ErrorView({ error, onRetry }: { error: Error; onRetry: () => void }) {
  return (
    <Stack p="xl" maw={640} gap="md" role="alert">
      <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title="Этот экран не удалось показать">
        <Text size="sm">
          Данные на месте: записанное сохранено, недописанное лежит в черновике. Откройте экран ещё раз; если ошибка
          повторится, перейдите в другой раздел и передайте разработчикам текст ниже.
        </Text>
      </Alert>
      <Group>
        <Button onClick={onRetry}>Показать ещё раз</Button>
        <Button variant="default" onClick={() => window.location.reload()}>
          Обновить окно
        </Button>
      </Group>
      <Code block>{error.stack ?? String(error)}</Code>
    </Stack>
  )
}
