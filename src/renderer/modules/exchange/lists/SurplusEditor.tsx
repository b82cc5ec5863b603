import { Alert, Button, Group, Text } from '@mantine/core'
import { conditions, type Surplus, type SurplusRow, Surplus as SurplusSchema } from '@shared/contract/exchange'
import { moneySources } from '@shared/contract/holdings'
import { formatNumber } from '@shared/domain/text/plural'
import { IconArrowsExchange } from '@tabler/icons-react'
import { call } from '../../../app/api'
import { useGo } from '../../../app/navigation'
import { useCall, useCommand } from '../../../app/queries'
import { NumberField } from '../../../components/fields/NumberField'
import { SelectField } from '../../../components/fields/SelectField'
import { copiesShort } from '../../../components/lots/words'
import type { EditorFormProps, EditorProps } from '../../../components/record/editor'
import { FieldGrid, FormSection } from '../../../components/record/FormSection'
import { RecordCard } from '../../../components/record/RecordCard'
import { RecordLoader } from '../../../components/record/RecordLoader'
import { type RecordForm, useRecordForm } from '../../../components/record/useRecordForm'
import { blankSurplus } from '../model/blank'
import { Figures } from './Figures'
import { Claim, WhoseBook } from './FundFields'
import { LotChoice } from './LotChoice'
import { Promises } from './Promises'

export function SurplusEditor({ id, onCreated, onClose }: EditorProps) {
  const found = useCall('surpluses.get', { id: id ?? 0 }, { enabled: id !== null })
  const loaded = found.data && { revision: found.data.revision, value: found.data.surplus }
  return (
    <RecordLoader record="surplus" id={id} loaded={loaded} error={found.error} blank={blankSurplus} onClose={onClose}>
      {(start) => <SurplusForm start={start} loaded={loaded} onCreated={onCreated} onClose={onClose} />}
    </RecordLoader>
  )
}

function SurplusForm({ start, loaded, onCreated, onClose }: EditorFormProps<Surplus>) {
  const go = useGo()
  const form = useRecordForm<Surplus>({
    record: 'surplus',
    schema: SurplusSchema,
    start,
    loaded,
    save: (id, revision, surplus) => call('surpluses.save', { id, revision, surplus }),
    onCreated,
    isReady: (surplus) => surplus.schoolId > 0 && surplus.textbookId > 0 && typeof surplus.copies === 'number',
  })
  const remove = useCommand('surpluses.remove', { success: 'Излишек удалён.' })
  const { id } = form
  const row = useSurplusRow(id)
  return (
    <RecordCard
      record="surplus"
      form={form}
      title={row ? row.textbook : 'Новый излишек'}
      subtitle={
        row
          ? `${row.school} · ${copiesShort(row.copies)}${row.state === 'withdrawn' ? ' · отозвано' : ''}`
          : 'Появится в списке, когда укажете школу, учебник и число экземпляров'
      }
      onClose={onClose}
      removal={{
        label: 'Удалить излишек',
        question: 'Удалить излишек?',
        detail:
          'Это можно отменить. Если школа передумала отдавать книги, лучше поставить состояние «отозвано»: тогда прошлое фонда останется.',
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
                    { title: 'Свободно', value: formatNumber(row.free) },
                    { title: 'В брони', value: formatNumber(row.reserved) },
                    { title: 'В передачах', value: formatNumber(row.transferred) },
                    { title: 'В остатках', value: formatNumber(row.held) },
                  ]}
                />
              )}
              {row && row.copies > row.held + row.transferred && (
                <Alert color="orange" py="xs" mb="sm">
                  Заявлено больше, чем есть в остатках школы: {copiesShort(row.copies)} против {copiesShort(row.held)}{' '}
                  Передать можно будет только то, что есть.
                </Alert>
              )}
              {row && row.free > 0 && (
                <Group mb="md">
                  <Button
                    size="compact-md"
                    variant="default"
                    leftSection={<IconArrowsExchange size={16} aria-hidden />}
                    onClick={() => go(`/exchange/match?surplus=${row.id}`)}
                  >
                    Подобрать получателя
                  </Button>
                </Group>
              )}
              <SurplusFields form={form} stored={row} />
            </>
          ),
        },
        ...(id === null
          ? []
          : [{ id: 'promises', title: 'Кому обещано', content: <Promises by="surplusId" id={id} side="to" /> }]),
      ]}
    />
  )
}

/** What the list says of it besides its own cells. */
function useSurplusRow(id: number | null) {
  const found = useCall(
    'surpluses.list',
    { filters: [{ op: 'in', column: 'id', values: [id ?? 0] }], totals: false },
    { enabled: id !== null, keepPrevious: true },
  )
  return found.data?.rows.find((row) => row.id === id)
}

interface SurplusFieldsProps {
  form: RecordForm<Surplus>
  /** As the list has it: names without asking. */
  stored: SurplusRow | undefined
}

function SurplusFields({ form, stored }: SurplusFieldsProps) {
  const { bind, set, value } = form
  const year = bind('publicationYear')
  const price = bind('price')
  const canChoose = value.schoolId > 0 && value.textbookId > 0
  return (
    <>
      <FormSection>
        <FieldGrid>
          <WhoseBook school={bind('schoolId')} textbook={bind('textbookId')} stored={stored} isNew={form.id === null} />
          <NumberField {...bind('copies')} required />
          <SelectField {...bind('condition')} choices={conditions} />
        </FieldGrid>
      </FormSection>
      <FormSection title="Какие книги">
        {canChoose && (
          <LotChoice
            schoolId={value.schoolId}
            textbookId={value.textbookId}
            chosen={value}
            onChoose={(lot) => {
              set('publicationYear', lot.publicationYear)
              set('price', lot.price)
              set('source', lot.source)
              void form.autosave.flush()
            }}
          />
        )}
        <FieldGrid>
          <NumberField
            {...year}
            value={year.value || null}
            onChange={(next) => set('publicationYear', next ?? 0)}
            placeholder="не известен"
          />
          <NumberField
            {...price}
            value={price.value || null}
            onChange={(next) => set('price', next ?? 0)}
            scale={100}
            unit="руб."
          />
          <SelectField {...bind('source')} choices={moneySources} />
        </FieldGrid>
        {!canChoose && (
          <Text size="sm" c="dimmed" mt={6}>
            Выберите школу и учебник — год и цену можно будет взять из остатков школы.
          </Text>
        )}
      </FormSection>
      <Claim since={bind('since')} until={bind('until')} state={bind('state')} note={bind('note')} />
    </>
  )
}
