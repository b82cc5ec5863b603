import { Anchor, Button, Group, Text } from '@mantine/core'
import { type Mailing, mailingKinds } from '@shared/contract/mailings'
import { isRealDate } from '@shared/domain/dates'
import { unknownInText } from '@shared/papers/mailing/fill-text'
import { topFields } from '@shared/papers/templates/fields'
import { call } from '../../app/api'
import { useCall } from '../../app/queries'
import { showError } from '../../app/toasts'
import { DateField } from '../../components/fields/DateField'
import { SelectField } from '../../components/fields/SelectField'
import { TextAreaField } from '../../components/fields/TextAreaField'
import { TextField } from '../../components/fields/TextField'
import { FieldGrid, FormSection, Wide } from '../../components/record/FormSection'
import type { RecordForm } from '../../components/record/useRecordForm'
import { EventChoice } from './EventChoice'
import classes from './Mailings.module.css'

export interface MailingPart {
  form: RecordForm<Mailing>
}

/** Fields offered for the text; all others are known too. */
const OFFERED = ['школа', 'имя отчество', 'фио', 'за что', 'мероприятие', 'результат'] as const
const allNames = Object.fromEntries(
  topFields.flatMap((field) => [field.name, ...(field.also ?? [])].map((name) => [name, ''])),
)
const none = '0'

/** What it says. */
export function TextTab({ form }: MailingPart) {
  const { bind, set, value, id } = form
  const templates = useCall('templates.options', {})
  const choices = Object.fromEntries([
    [none, 'обычный вид программы'],
    ...(templates.data ?? []).map((one) => [String(one.id), one.name]),
  ])
  const takeNumber = async () => {
    try {
      const { number } = await call('mailings.nextNumber', { date: value.date })
      set('number', number)
    } catch (error) {
      showError(error)
    }
  }
  const unknown = unknownInText(value.text, allNames)
  const template = bind('templateId')
  const { label: _, ...text } = bind('text')
  return (
    <>
      <FormSection>
        <FieldGrid>
          <Wide>
            <TextField
              {...bind('title')}
              label={value.kind === 'letter' ? 'Тема' : 'За что'}
              required
              autoFocus={id === null}
              placeholder={
                value.kind === 'letter' ? 'О сверке учебных фондов' : 'за участие в Месячнике школьных библиотек'
              }
            />
          </Wide>
          <SelectField {...bind('kind')} choices={mailingKinds} />
          <DateField {...bind('date')} mandatory />
          <TextField {...bind('number')} />
          <Button
            variant="default"
            className={classes.besideField}
            disabled={!isRealDate(value.date)}
            onClick={() => void takeNumber()}
          >
            Взять следующий номер
          </Button>
          <Wide>
            <SelectField
              {...template}
              choices={choices}
              value={String(template.value ?? none)}
              onChange={(next: string) => template.onChange(next === none ? null : Number(next))}
            />
            <Text size="xs" c="dimmed" mt={4}>
              Свой бланк или шаблон из Word:{' '}
              <Anchor href="#/letters/templates" underline="always">
                Бланки и шаблоны
              </Anchor>
              .
            </Text>
          </Wide>
        </FieldGrid>
      </FormSection>
      <FormSection title="Текст">
        <TextAreaField {...text} ariaLabel="Текст" minRows={7} maxRows={24} />
        <Group gap={4} mt={6}>
          <Text size="xs" c="dimmed">
            Вставить поле:
          </Text>
          {OFFERED.map((name) => (
            <Button
              key={name}
              size="compact-xs"
              variant="default"
              onClick={() =>
                set('text', `${value.text}${value.text === '' || /\s$/u.test(value.text) ? '' : ' '}{${name}}`)
              }
            >
              {`{${name}}`}
            </Button>
          ))}
        </Group>
        {unknown.length > 0 && (
          <Text size="xs" c="red" mt={6} role="status">
            {`Таких полей программа не знает, они останутся как есть: ${unknown.map((name) => `{${name}}`).join(', ')}.`}
          </Text>
        )}
      </FormSection>
      <FormSection title="Подпись и остальное">
        <FieldGrid>
          <TextField {...bind('signerPosition')} placeholder="Методист" />
          <TextField {...bind('signerName')} placeholder="Фамилия И.О." />
          <Wide>
            <EventChoice form={form} />
          </Wide>
          <DateField {...bind('sentOn')} />
          <Wide>
            <TextAreaField {...bind('note')} />
          </Wide>
        </FieldGrid>
      </FormSection>
    </>
  )
}
