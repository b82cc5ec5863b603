import { Button, Group, Switch, Text } from '@mantine/core'
import { PaperTemplate, type TemplateRecord, templateKinds } from '@shared/contract/templates'
import { IconDownload, IconEye, IconUpload } from '@tabler/icons-react'
import { call } from '../../../app/api'
import { useCall, useCommand } from '../../../app/queries'
import { showError } from '../../../app/toasts'
import { SelectField } from '../../../components/fields/SelectField'
import { TextAreaField } from '../../../components/fields/TextAreaField'
import { TextField } from '../../../components/fields/TextField'
import { savePaper } from '../../../components/paper/files'
import { FieldGrid, FormSection, Wide } from '../../../components/record/FormSection'
import { RecordCard } from '../../../components/record/RecordCard'
import { RecordLoader, type RecordStart } from '../../../components/record/RecordLoader'
import { useRecordForm } from '../../../components/record/useRecordForm'
import { Report } from './Report'

/** A template beside its list: what it is, its fields, its file. */
export function TemplatePanel({ id, onClose }: { id: number; onClose: () => void }) {
  const found = useCall('templates.get', { id })
  const loaded = found.data && { revision: found.data.revision, value: found.data.template }
  return (
    <RecordLoader
      record="paper-template"
      id={id}
      loaded={loaded}
      error={found.error}
      blank={() => ({ name: '', kind: 'letterhead' as const, note: '' })}
      onClose={onClose}
    >
      {(start) => (found.data ? <TemplateForm start={start} record={found.data} onClose={onClose} /> : null)}
    </RecordLoader>
  )
}

interface TemplateFormProps {
  start: RecordStart<PaperTemplate>
  record: TemplateRecord
  onClose: () => void
}

function TemplateForm({ start, record, onClose }: TemplateFormProps) {
  const { id } = record
  const form = useRecordForm<PaperTemplate>({
    record: 'paper-template',
    schema: PaperTemplate,
    start,
    loaded: { revision: record.revision, value: record.template },
    save: (_, revision, template) => call('templates.save', { id, revision, template }),
    onCreated: () => undefined,
    isReady: ({ name }) => name.trim() !== '',
  })
  const remove = useCommand('templates.remove', { success: 'Шаблон удалён.' })
  const replace = useCommand('templates.add', { success: 'Файл шаблона заменён.' })
  const usual = useCommand('templates.setDefault')
  const setUsual = async (on: boolean) => {
    // The kind just chosen decides of which it is the default.
    await form.autosave.flush()
    await usual.run({ id, on }).catch(() => undefined)
  }
  const { name } = form.value
  const chooseOther = async () => {
    try {
      const { files } = await call('shell.chooseFiles', {
        title: 'Другой файл этого шаблона',
        extensions: ['docx', 'dotx'],
      })
      const [file] = files
      if (file !== undefined) await replace.run({ file, id }).catch(() => undefined)
    } catch (error) {
      showError(error)
    }
  }
  return (
    <RecordCard
      record="paper-template"
      form={form}
      title={name.trim() === '' ? 'Шаблон' : name}
      subtitle={`${record.file} · ${Math.max(1, Math.round(record.bytes / 1024))} КБ`}
      onClose={onClose}
      removal={{
        label: 'Удалить шаблон',
        question: `Удалить шаблон «${name}»?`,
        detail: 'Удалится и его файл. Это можно отменить. Документы, сделанные по нему раньше, останутся.',
        remove: (id) => remove.run({ id }),
      }}
      tabs={[
        {
          id: 'main',
          title: 'Шаблон',
          isFaulty: form.isFaulty('name', 'kind', 'note'),
          content: (
            <>
              <FormSection>
                <FieldGrid>
                  <Wide>
                    <TextField {...form.bind('name')} required />
                  </Wide>
                  <SelectField {...form.bind('kind')} choices={templateKinds} />
                  <Wide>
                    <TextAreaField {...form.bind('note')} />
                  </Wide>
                </FieldGrid>
              </FormSection>
              {(form.value.kind === 'letterhead' || form.value.kind === 'cover') && (
                <Switch
                  mb="md"
                  size="sm"
                  label="Использовать по умолчанию"
                  description={
                    form.value.kind === 'cover'
                      ? 'Отчёт будет сохраняться в Word с этой обложкой. «Без обложки» — рядом.'
                      : 'Документы будут сохраняться в Word на этом бланке. «Без бланка» — рядом с кнопкой.'
                  }
                  checked={record.byDefault}
                  disabled={usual.pending}
                  onChange={(event) => void setUsual(event.currentTarget.checked)}
                />
              )}
              <Group gap={6} mb="xs">
                <Button
                  size="xs"
                  variant="default"
                  leftSection={<IconEye size={16} aria-hidden />}
                  onClick={() => void savePaper('templates.example', { id }, `${name} — пример`)}
                >
                  Пример с придуманными данными
                </Button>
                <Button
                  size="xs"
                  variant="default"
                  leftSection={<IconDownload size={16} aria-hidden />}
                  onClick={() => void savePaper('templates.download', { id }, name)}
                >
                  Скачать файл
                </Button>
                <Button
                  size="xs"
                  variant="default"
                  leftSection={<IconUpload size={16} aria-hidden />}
                  loading={replace.pending}
                  onClick={() => void chooseOther()}
                >
                  Заменить файл…
                </Button>
              </Group>
              <Text size="xs" c="dimmed" mb="md">
                Чтобы поправить бланк, скачайте файл, измените его в Word и замените здесь.
              </Text>
              <Report report={record.report} />
            </>
          ),
        },
      ]}
    />
  )
}
