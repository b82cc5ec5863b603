import { Text } from '@mantine/core'
import { categories, type Librarian } from '@shared/contract/librarians'
import { isRealDate, todayIso } from '@shared/domain/dates'
import { formatPhone } from '@shared/domain/phone'
import { ageOn, lengthOfService, serviceText } from '@shared/domain/service'
import { counted } from '@shared/domain/text/plural'
import { DateField } from '../../components/fields/DateField'
import { SelectField } from '../../components/fields/SelectField'
import { TextAreaField } from '../../components/fields/TextAreaField'
import { TextField } from '../../components/fields/TextField'
import { FieldGrid, FormSection } from '../../components/record/FormSection'
import type { RecordForm } from '../../components/record/useRecordForm'

export function MainTab({ form }: { form: RecordForm<Librarian> }) {
  const { bind, set, value } = form
  const phone = bind('phone')
  return (
    <>
      <FormSection>
        <FieldGrid>
          <TextField {...bind('surname')} required autoFocus={form.id === null} />
          <TextField {...bind('given')} required />
          <TextField {...bind('patronymic')} />
          <DateField {...bind('birthDate')} description={ageWords(value.birthDate)} />
        </FieldGrid>
      </FormSection>
      <FormSection title="Связь">
        <FieldGrid>
          <TextField
            {...phone}
            type="tel"
            onBlur={() => {
              set('phone', formatPhone(phone.value))
              phone.onBlur()
            }}
          />
          <TextField {...bind('email')} type="email" />
        </FieldGrid>
      </FormSection>
      <FormSection title="Стаж">
        <FieldGrid>
          <DateField {...bind('workingSince')} description={serviceWords(value.workingSince)} />
          <DateField {...bind('libraryWorkSince')} description={serviceWords(value.libraryWorkSince)} />
        </FieldGrid>
      </FormSection>
      <FormSection title="Категория и аттестация">
        <FieldGrid>
          <SelectField {...bind('category')} choices={categories} />
          {value.category !== 'none' && (
            <>
              <DateField {...bind('categoryOn')} />
              <DateField {...bind('categoryUntil')} description={expiryWords(value.categoryUntil)} />
            </>
          )}
          <DateField {...bind('attestedOn')} />
        </FieldGrid>
      </FormSection>
      <FormSection title="Объединение и персональные данные">
        <FieldGrid>
          <TextField {...bind('roleInAssociation')} description="Например: руководитель, член рабочей группы" />
          <DateField {...bind('consentOn')} description="Дата подписания, 152-ФЗ" />
        </FieldGrid>
      </FormSection>
      <FormSection>
        <TextAreaField {...bind('note')} />
        {value.category === 'none' && value.categoryUntil !== null && (
          <Text size="xs" c="dimmed" mt={6}>
            Срок прежней категории: {expiryWords(value.categoryUntil)}
          </Text>
        )}
      </FormSection>
    </>
  )
}

function today(): string {
  return todayIso(new Date())
}

/** Computed words under a date; a blank keeps the line, so that fields do not jump. */
function ageWords(birthDate: string | null): string {
  if (birthDate === null || !isRealDate(birthDate)) return 'Возраст посчитается'
  return counted(ageOn(birthDate, today()), ['год', 'года', 'лет'])
}

function serviceWords(since: string | null): string {
  if (since === null || !isRealDate(since)) return 'Стаж посчитается'
  return `Стаж: ${serviceText(lengthOfService(since, today()))}`
}

function expiryWords(until: string | null): string {
  if (until === null || !isRealDate(until)) return 'Напомним заранее'
  return until < today() ? 'Срок истёк' : 'Действует'
}
