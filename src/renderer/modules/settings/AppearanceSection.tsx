import { SegmentedControl, Text } from '@mantine/core'
import { queryClient, useCall, useCommand } from '../../app/queries'
import { FormSection } from '../../components/record/FormSection'

type Theme = 'system' | 'light' | 'dark'
const themes: readonly { value: Theme; label: string }[] = [
  { value: 'system', label: 'Как в системе' },
  { value: 'light', label: 'Светлая' },
  { value: 'dark', label: 'Тёмная' },
]

export function AppearanceSection() {
  const info = useCall('shell.info', {})
  const setTheme = useCommand('shell.setTheme')
  const choose = async (theme: Theme) => {
    await setTheme.run({ theme }).catch(() => undefined)
    await queryClient.invalidateQueries({ queryKey: ['shell.info'] })
  }
  return (
    <FormSection title="Оформление">
      <SegmentedControl
        size="xs"
        aria-label="Тема"
        value={info.data?.theme ?? 'system'}
        data={[...themes]}
        onChange={(value) => void choose(value as Theme)}
      />
      <Text size="xs" c="dimmed" mt={4}>
        Размер букв: Ctrl и + или −. Версия программы: {info.data?.version ?? ''}
      </Text>
    </FormSection>
  )
}
