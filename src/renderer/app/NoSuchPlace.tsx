import { Button, Stack, Text, Title } from '@mantine/core'
import { useGo } from './navigation'

export function NoSuchPlace() {
  const go = useGo()
  return (
    <Stack p="xl" gap="sm" align="flex-start">
      <Title order={1} size="h2">
        Такого раздела нет
      </Title>
      <Text>Ссылка устарела или набрана с ошибкой.</Text>
      <Button onClick={() => go('/')}>Открыть рабочий стол</Button>
    </Stack>
  )
}
