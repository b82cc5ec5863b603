import { Button, Group } from '@mantine/core'
import { type Need, type NeedRow, Need as NeedSchema, priorities } from '@shared/contract/exchange'
import { formatNumber } from '@shared/domain/text/plural'
import { IconArrowsExchange } from '@tabler/icons-react'
import { call } from '../../../app/api'
import { useGo } from '../../../app/navigation'
import { useCall, useCommand } from '../../../app/queries'
import { CheckField } from '../../../components/fields/CheckField'
import { NumberField } from '../../../components/fields/NumberField'
import { SelectField } from '../../../components/fields/SelectField'
import { copiesShort } from '../../../components/lots/words'
import type { EditorFormProps, EditorProps } from '../../../components/record/editor'
import { FieldGrid, FormSection, Wide } from '../../../components/record/FormSection'
import { RecordCard } from '../../../components/record/RecordCard'
import { RecordLoader } from '../../../components/record/RecordLoader'
import { type RecordForm, useRecordForm } from '../../../components/record/useRecordForm'
import { blankNeed } from '../model/blank'
import { Figures } from './Figures'
import { Claim, WhoseBook } from './FundFields'
import { Promises } from './Promises'

export function NeedEditor({ id, onCreated, onClose }: EditorProps) {
  const found = useCall('needs.get', { id: id ?? 0 }, { enabled: id !== null })
  const loaded = found.data && { revision: found.data.revision, value: found.data.need }
  return (
    <RecordLoader record="need" id={id} loaded={loaded} error={found.error} blank={blankNeed} onClose={onClose}>
      {(start) => <NeedForm start={start} loaded={loaded} onCreated={onCreated} onClose={onClose} />}
    </RecordLoader>
  )
}

function NeedForm({ start, loaded, onCreated, onClose }: EditorFormProps<Need>) {
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
    <RecordCard
      record="need"
      form={form}
      title={row ? row.textbook : 'Новая потребность'}
      subtitle={
        row
          ? `${row.school} · ${copiesShort(row.copies)}${row.state === 'withdrawn' ? ' · отозвано' : ''}`
          : 'Появится в списке, когда укажете школу, учебник и число экземпляров'
      }
      onClose={onClose}
      removal={{
        label: 'Удалить потребность',
        question: 'Удалить потребность?',
        detail:
          'Это можно отменить. Если книги школе больше не нужны, лучше поставить состояние «отозвано»: тогда прошлое фонда останется.',
        remove: (id) => remove.run({ id }),
      }}
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
  const { bind } = form
  return (
    <>
      <FormSection>
        <FieldGrid>
          <WhoseBook school={bind('schoolId')} textbook={bind('textbookId')} stored={stored} isNew={form.id === null} />
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
      <Claim since={bind('since')} until={bind('until')} state={bind('state')} note={bind('note')} />
    </>
  )
}
