import { Button, Group } from '@mantine/core'
import { fundStates, type Need, type NeedRow, Need as NeedSchema, priorities } from '@shared/contract/exchange'
import { formatNumber } from '@shared/domain/text/plural'
import { IconArrowsExchange } from '@tabler/icons-react'
import { call } from '../../../app/api'
import { useGo } from '../../../app/navigation'
import { useCall, useCommand } from '../../../app/queries'
import { CheckField } from '../../../components/fields/CheckField'
import { DateField } from '../../../components/fields/DateField'
import { NumberField } from '../../../components/fields/NumberField'
import { SchoolField } from '../../../components/fields/SchoolField'
import { SelectField } from '../../../components/fields/SelectField'
import { TextAreaField } from '../../../components/fields/TextAreaField'
import { TextbookField } from '../../../components/fields/TextbookField'
import { copiesShort } from '../../../components/lots/words'
import { RecordPanel } from '../../../components/RecordPanel'
import { RemoveButton } from '../../../components/RemoveButton'
import { FieldGrid, FormSection, Wide } from '../../../components/record/FormSection'
import { RecordBanner } from '../../../components/record/RecordBanner'
import { type LoadedRecord, RecordLoader, type RecordStart } from '../../../components/record/RecordLoader'
import { type RecordForm, useRecordForm } from '../../../components/record/useRecordForm'
import { blankNeed } from '../model/blank'
import { Figures } from './Figures'
import { Promises } from './Promises'
import type { EditorProps } from './SurplusEditor'

export function NeedEditor({ id, onCreated, onClose }: EditorProps) {
  const found = useCall('needs.get', { id: id ?? 0 }, { enabled: id !== null })
  const loaded = found.data && { revision: found.data.revision, value: found.data.need }
  return (
    <RecordLoader record="need" id={id} loaded={loaded} error={found.error} blank={blankNeed} onClose={onClose}>
      {(start) => <NeedForm start={start} loaded={loaded} onCreated={onCreated} onClose={onClose} />}
    </RecordLoader>
  )
}

interface NeedFormProps extends Omit<EditorProps, 'id'> {
  start: RecordStart<Need>
  loaded: LoadedRecord<Need> | undefined
}

function NeedForm({ start, loaded, onCreated, onClose }: NeedFormProps) {
  const go = useGo()
  const form = useRecordForm<Need>({
    record: 'need',
    schema: NeedSchema,
    start,
    loaded,
    save: (id, revision, need) => call('needs.save', { id, revision, need }),
    onCreated,
    isReady: (need) => need.schoolId > 0 && need.textbookId > 0 && typeof need.copies === 'number',
  })
  const remove = useCommand('needs.remove', { success: 'Потребность удалена.' })
  const { id } = form
  const found = useCall(
    'needs.list',
    { filters: [{ op: 'in', column: 'id', values: [id ?? 0] }], totals: false },
    { enabled: id !== null, keepPrevious: true },
  )
  const row = found.data?.rows.find((one) => one.id === id)
  return (
    <RecordPanel
      title={row ? row.textbook : 'Новая потребность'}
      subtitle={
        row
          ? `${row.school} · ${copiesShort(row.copies)}${row.state === 'withdrawn' ? ' · отозвано' : ''}`
          : 'Появится в списке, когда укажете школу, учебник и число экземпляров'
      }
      history={id === null ? null : { record: 'need', id }}
      onClose={onClose}
      onBlur={form.onBlur}
      banner={<RecordBanner form={form} />}
      actions={
        id !== null && (
          <RemoveButton
            label="Удалить потребность"
            question="Удалить потребность?"
            detail="Это можно отменить. Если книги школе больше не нужны, лучше поставить состояние «отозвано»: тогда прошлое фонда останется."
            onRemove={async () => {
              await remove.run({ id })
              onClose()
            }}
          />
        )
      }
      tabs={[
        {
          id: 'main',
          title: 'Сведения',
          content: (
            <>
              {row && (
                <Figures
                  figures={[
                    { title: 'Не хватает', value: formatNumber(row.unmet) },
                    { title: 'В брони', value: formatNumber(row.reserved) },
                    { title: 'В передачах', value: formatNumber(row.transferred) },
                    { title: 'Есть в фонде', value: formatNumber(row.offered) },
                  ]}
                />
              )}
              {row && row.unmet > 0 && row.offered > 0 && (
                <Group mb="md">
                  <Button
                    size="compact-md"
                    variant="default"
                    leftSection={<IconArrowsExchange size={16} aria-hidden />}
                    onClick={() => go(`/exchange/match?need=${row.id}`)}
                  >
                    Подобрать книги
                  </Button>
                </Group>
              )}
              <NeedFields form={form} stored={row} />
            </>
          ),
        },
        ...(id === null
          ? []
          : [{ id: 'promises', title: 'Что подобрано', content: <Promises by="needId" id={id} side="from" /> }]),
      ]}
    />
  )
}

interface NeedFieldsProps {
  form: RecordForm<Need>
  /** As the list has it: names without asking. */
  stored: NeedRow | undefined
}

function NeedFields({ form, stored }: NeedFieldsProps) {
  const { bind, set } = form
  const school = bind('schoolId')
  const textbook = bind('textbookId')
  return (
    <>
      <FormSection>
        <FieldGrid>
          <Wide>
            <SchoolField
              {...school}
              label="Школа"
              value={school.value || null}
              onChange={(id) => set('schoolId', id ?? 0)}
              required
              autoFocus={form.id === null}
            />
          </Wide>
          <Wide>
            <TextbookField
              {...textbook}
              label="Учебник"
              value={textbook.value || null}
              {...(stored?.textbookId === textbook.value ? { knownName: stored.textbook } : {})}
              onChange={(id) => set('textbookId', id ?? 0)}
              required
            />
          </Wide>
          <NumberField {...bind('copies')} required />
          <SelectField {...bind('priority')} choices={priorities} />
          <Wide>
            <CheckField
              {...bind('substitutes')}
              label="Можно другое издание"
              description="Подойдёт учебник с тем же кодом ФПУ, для того же класса и предмета"
            />
          </Wide>
        </FieldGrid>
      </FormSection>
      <FormSection title="Заявка">
        <FieldGrid>
          <DateField {...bind('since')} mandatory />
          <DateField {...bind('until')} />
          <SelectField {...bind('state')} choices={fundStates} />
        </FieldGrid>
      </FormSection>
      <FormSection>
        <TextAreaField {...bind('note')} />
      </FormSection>
    </>
  )
}
