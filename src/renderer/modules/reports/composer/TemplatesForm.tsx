import { ActionIcon, Button, Checkbox, Group, Stack, Text, TextInput, Tooltip } from '@mantine/core'
import type { Report } from '@shared/contract/reports'
import { counted } from '@shared/domain/text/plural'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useCall, useCommand } from '../../../app/queries'

/** The order of sections kept for later reports, with her texts or without. */
export function TemplatesForm({ report }: { report: Report }) {
  const templates = useCall('reports.templates', {})
  const saving = useCommand('reports.saveTemplate', { success: 'Шаблон сохранён' })
  const removing = useCommand('reports.removeTemplate', { success: 'Шаблон удалён' })
  const [name, setName] = useState('')
  const [texts, setTexts] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const kept = templates.data ?? []
  const twin = kept.some((one) => one.name.toLowerCase() === name.trim().toLowerCase())
  const save = async () => {
    if (name.trim() === '') return setError('Назовите шаблон.')
    try {
      await saving.run({ name, report, texts })
      setName('')
    } catch {
      // Shown by the command.
    }
  }
  return (
    <Stack gap="sm">
      <TextInput
        label="Сохранить разделы этого отчёта как шаблон"
        placeholder="Годовой отчёт РМО"
        value={name}
        error={error}
        onChange={(event) => {
          setName(event.currentTarget.value)
          setError(null)
        }}
      />
      <Checkbox
        size="sm"
        label="Вместе с моими текстами"
        checked={texts}
        onChange={(event) => setTexts(event.currentTarget.checked)}
      />
      <Button
        variant="default"
        size="xs"
        loading={saving.pending}
        onClick={() => void save()}
        style={{ alignSelf: 'flex-start' }}
      >
        {twin ? 'Заменить шаблон' : 'Сохранить шаблон'}
      </Button>
      {kept.length > 0 && (
        <Stack gap={2} component="ul" style={{ margin: 0, padding: 0, listStyle: 'none' }}>
          {kept.map((one) => (
            <Group key={one.id} component="li" gap={8} wrap="nowrap" justify="space-between">
              <Text size="sm">
                {one.name}{' '}
                <Text span size="sm" c="dimmed">
                  {counted(one.sections, ['раздел', 'раздела', 'разделов'])}
                </Text>
              </Text>
              <Tooltip label="Удалить шаблон">
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={28}
                  aria-label={`Удалить шаблон «${one.name}»`}
                  onClick={() => void removing.run({ id: one.id }).catch(() => undefined)}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              </Tooltip>
            </Group>
          ))}
        </Stack>
      )}
      <Text size="sm" c="dimmed">
        По шаблону начинают новый отчёт: «Составить отчёт» в списке отчётов.
      </Text>
    </Stack>
  )
}
