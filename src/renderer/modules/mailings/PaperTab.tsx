import { Alert, Button, Group, Select, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type Mailing, Mailing as MailingSchema, type MailingValues } from '@shared/contract/mailings'
import { buildMailing, mailingFileName } from '@shared/papers/mailing/build'
import { fillText } from '@shared/papers/mailing/fill-text'
import { mailingFields, recipientFields } from '@shared/papers/templates/fields'
import { IconDeviceFloppy, IconFolder } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { call } from '../../app/api'
import { useCall } from '../../app/queries'
import { errorSentence, showError } from '../../app/toasts'
import { printPaper, savePaper, showSavedFolder } from '../../components/paper/files'
import { Pages } from '../../components/paper/Pages'
import { PrintButtons } from '../../components/paper/PrintButtons'
import classes from './Mailings.module.css'
import type { MailingPart } from './TextTab'

/** Recipients laid out in the preview; the paper itself has all. */
const SHOWN = 20

/** The paper as it will print, and what to do with it. */
export function PaperTab({ form }: MailingPart) {
  const [typed] = useDebouncedValue(form.value, 300)
  const mailing = useMemo(() => MailingSchema.safeParse(typed).data ?? null, [typed])
  const profile = useCall('profile.get', {})
  const template = useCall(
    'templates.get',
    { id: mailing?.templateId ?? 0 },
    { enabled: (mailing?.templateId ?? null) !== null },
  )
  const values = useCall(
    'mailings.values',
    { mailing: mailing ?? ({} as Mailing), limit: SHOWN },
    { enabled: mailing !== null, keepPrevious: true },
  )
  const own = mailing?.templateId == null ? null : (template.data ?? null)
  const hasPlace =
    own !== null &&
    (own.template.kind === 'letterhead' ||
      own.template.kind === 'cover' ||
      own.report.fields.some(({ name }) => name.toLowerCase() === 'документ'))
  const byFields = own !== null && !hasPlace
  const shown = useMemo(
    () =>
      mailing && profile.data && values.data && values.data.length > 0 && !byFields
        ? buildMailing({ mailing, recipients: values.data, profile: profile.data, onLetterhead: hasPlace })
        : null,
    [mailing, profile.data, values.data, byFields, hasPlace],
  )
  const isReady = mailing !== null && mailing.recipients.length > 0 && form.id !== null

  const save = async () => {
    await form.autosave.flush()
    if (mailing) await savePaper('papers.mailing', { id: form.id }, mailingFileName(mailing))
  }
  const saveEach = async () => {
    try {
      await form.autosave.flush()
      const { folder } = await call('shell.chooseFolder', { title: 'В какую папку положить письма' })
      if (folder === null || form.id === null) return
      const { file, files } = await call('papers.mailing', { id: form.id, separately: true, out: folder })
      showSavedFolder(file, files)
    } catch (error) {
      showError(error)
    }
  }
  const print = async (to: 'printer' | 'pdf') => {
    if (!mailing || !profile.data) return
    try {
      const recipients = await call('mailings.values', { mailing })
      await printPaper(buildMailing({ mailing, recipients, profile: profile.data }), to)
    } catch (error) {
      showError(error)
    }
  }
  const error = values.error ?? profile.error ?? template.error
  return (
    <>
      <Group gap={6} mb="xs">
        <Button
          size="compact-md"
          leftSection={<IconDeviceFloppy size={16} aria-hidden />}
          disabled={!isReady}
          onClick={() => void save()}
        >
          Сохранить в Word
        </Button>
        <Button
          size="compact-md"
          variant="default"
          leftSection={<IconFolder size={16} aria-hidden />}
          disabled={!isReady}
          onClick={() => void saveEach()}
        >
          Файл каждому…
        </Button>
        <PrintButtons disabled={!isReady || own !== null} onPrint={print} />
      </Group>
      <Text size="xs" c="dimmed" mb={6}>
        {noteOf(mailing, own?.template.name ?? null, hasPlace)}
      </Text>
      {error && (
        <Alert color="red" title="Документ не собран">
          {errorSentence(error)}
        </Alert>
      )}
      {byFields && values.data && mailing && <FieldList values={values.data} mailing={mailing} />}
      {shown && (
        <div className={classes.sheet}>
          <Pages paper={shown} zoom="fit" />
        </div>
      )}
    </>
  )
}

function noteOf(mailing: Mailing | null, template: string | null, hasPlace: boolean): string {
  if (mailing === null) return 'Исправьте отмеченные поля, и документ соберётся.'
  if (mailing.recipients.length === 0) return 'Добавьте получателей, и здесь появится документ.'
  const more = mailing.recipients.length > SHOWN ? ` Показаны первые ${SHOWN}; в файле будут все.` : ''
  if (template === null) return `Каждому — своя страница.${more}`
  return hasPlace
    ? `Текст встанет на бланк «${template}». Вид бланка — в файле Word, его и печатают.${more}`
    : `По шаблону «${template}». Как он выглядит, видно в файле Word, его и печатают; ниже — что встанет в поля.${more}`
}

/** What the fields of her template become, for one recipient after another. */
function FieldList({ values, mailing }: { values: readonly MailingValues[]; mailing: Mailing }) {
  const [uid, setUid] = useState<string | null>(null)
  const one = values.find((each) => each.uid === uid) ?? values[0]
  if (!one) return null
  const shown = { ...one.values, текст: fillText(mailing.text, one.values) }
  return (
    <>
      <Select
        size="xs"
        mb="xs"
        label="Получатель"
        allowDeselect={false}
        data={values.map((each) => ({ value: each.uid, label: each.label }))}
        value={one.uid}
        onChange={setUid}
      />
      <table className={classes.values}>
        <tbody>
          {[...mailingFields, ...recipientFields].map(({ name }) => (
            <tr key={name}>
              <th scope="row">{`{${name}}`}</th>
              <td>{(shown as Record<string, string>)[name] || '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
