import { Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { call } from '../../app/api'
import { useCall } from '../../app/queries'
import { useAutosave } from '../../app/useAutosave'
import { TextAreaField } from '../../components/fields/TextAreaField'
import { FormSection } from '../../components/record/FormSection'

/** Names offered in a school's connections: НЭБ, ЛитРес:Школа… One a line. */
export function ConnectionsSection() {
  const stored = useCall('schools.connectionNames', {})
  if (!stored.data) return null
  return <ConnectionsForm names={stored.data} />
}

function ConnectionsForm({ names }: { names: readonly string[] }) {
  const [baseline, setBaseline] = useState(names.join('\n'))
  const [text, setText] = useState(baseline)
  const isDirty = text !== baseline
  useEffect(() => {
    const next = names.join('\n')
    if (isDirty || next === baseline) return
    setBaseline(next)
    setText(next)
  }, [names, isDirty, baseline])
  const autosave = useAutosave<string>({
    key: 'connection-names:1',
    value: text,
    dirty: isDirty,
    commit: async (typed) => {
      await call('schools.saveConnectionNames', { names: linesOf(typed) })
      setBaseline(typed)
    },
  })
  return (
    <FormSection title="Названия подключений">
      <TextAreaField
        ariaLabel="Названия подключений"
        description="По одному на строке: предлагаются в карточке школы"
        value={text}
        onChange={setText}
        onBlur={() => void autosave.flush()}
        minRows={4}
        error={autosave.error ?? undefined}
      />
      <Text size="xs" c="dimmed" mt={4}>
        Убранное отсюда в карточках школ остаётся.
      </Text>
    </FormSection>
  )
}

function linesOf(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter(Boolean)
}
