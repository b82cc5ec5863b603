import { Text } from '@mantine/core'
import { WriteOffForm } from '@shared/contract/writeoff'
import { useEffect, useState } from 'react'
import { call } from '../../app/api'
import { useCall } from '../../app/queries'
import { useAutosave } from '../../app/useAutosave'
import { TextField } from '../../components/fields/TextField'
import { FieldGrid, FormSection, Wide } from '../../components/record/FormSection'

/** Code and headings of the printed act: orders change them. */
export function WriteOffFormSection() {
  const stored = useCall('writeOffs.form', {})
  return stored.data ? <FormOfAct stored={stored.data} /> : null
}

function FormOfAct({ stored }: { stored: WriteOffForm }) {
  const [baseline, setBaseline] = useState(stored)
  const [value, setValue] = useState(stored)
  const isDirty = JSON.stringify(value) !== JSON.stringify(baseline)
  useEffect(() => {
    if (isDirty || JSON.stringify(stored) === JSON.stringify(baseline)) return
    setBaseline(stored)
    setValue(stored)
  }, [stored, isDirty, baseline])
  const autosave = useAutosave<WriteOffForm>({
    key: 'write-off-form:1',
    value,
    dirty: isDirty,
    commit: async (typed) => {
      await call('writeOffs.saveForm', { form: typed })
      setBaseline(typed)
    },
  })
  const field = (key: keyof typeof WriteOffForm.shape) => {
    const check = WriteOffForm.shape[key].safeParse(value[key])
    return {
      label: String(WriteOffForm.shape[key].meta()?.title),
      value: value[key],
      onChange: (text: string) => setValue((now) => ({ ...now, [key]: text })),
      onBlur: () => void autosave.flush(),
      error: check.success ? undefined : check.error.issues[0]?.message,
    }
  }
  return (
    <FormSection title="Акт о списании">
      <FieldGrid>
        <TextField {...field('okud')} />
        <TextField {...field('approver')} />
        <Wide>
          <TextField {...field('heading')} />
        </Wide>
        <Wide>
          <TextField {...field('listHeading')} />
        </Wide>
        <Wide>
          <TextField {...field('closing')} />
        </Wide>
      </FieldGrid>
      <Text size="xs" c="dimmed" mt={4}>
        Так будут печататься все акты; код и заголовки меняются с приказами.
      </Text>
    </FormSection>
  )
}
