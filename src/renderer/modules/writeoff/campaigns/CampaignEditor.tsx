import type { CampaignSchool } from '@shared/contract/writeoff'
import { WriteOffCampaign } from '@shared/contract/writeoff'
import { formatNumber } from '@shared/domain/text/plural'
import { call } from '../../../app/api'
import { useCall, useCommand } from '../../../app/queries'
import type { EditorFormProps, EditorProps } from '../../../components/record/editor'
import { FormSection } from '../../../components/record/FormSection'
import { RecordCard } from '../../../components/record/RecordCard'
import { RecordLoader } from '../../../components/record/RecordLoader'
import { useRecordForm } from '../../../components/record/useRecordForm'
import { blankCampaign } from '../blank'
import { CommissionRows } from '../CommissionRows'
import { CalendarTab } from './CalendarTab'
import { MainTab } from './MainTab'
import { SchoolsTab } from './SchoolsTab'

export function CampaignEditor({ id, onCreated, onClose }: EditorProps) {
  const found = useCall('writeOffCampaigns.get', { id: id ?? 0 }, { enabled: id !== null })
  const loaded = found.data && { revision: found.data.revision, value: found.data.campaign }
  return (
    <RecordLoader
      record="write-off-campaign"
      id={id}
      loaded={loaded}
      error={found.error}
      blank={blankCampaign}
      onClose={onClose}
    >
      {(start) => (
        <CampaignForm
          start={start}
          loaded={loaded}
          schools={found.data?.schools ?? []}
          onCreated={onCreated}
          onClose={onClose}
        />
      )}
    </RecordLoader>
  )
}

interface CampaignFormProps extends EditorFormProps<WriteOffCampaign> {
  schools: readonly CampaignSchool[]
}

function CampaignForm({ start, loaded, schools, onCreated, onClose }: CampaignFormProps) {
  const form = useRecordForm<WriteOffCampaign>({
    record: 'write-off-campaign',
    schema: WriteOffCampaign,
    start,
    loaded,
    save: (id, revision, campaign) => call('writeOffCampaigns.save', { id, revision, campaign }),
    onCreated,
    isReady: ({ name }) => name.trim() !== '',
    tidy: (value) => ({
      ...value,
      commission: value.commission.filter((one) => one.name.trim() !== '' || one.position.trim() !== ''),
    }),
  })
  const remove = useCommand('writeOffCampaigns.remove', { success: 'Кампания удалена.' })
  const { id, value, set } = form
  const name = value.name.trim()
  const done = schools.filter((one) => one.state === 'done' || one.state === 'none').length
  return (
    <RecordCard
      record="write-off-campaign"
      form={form}
      title={name === '' ? 'Новая кампания списания' : name}
      subtitle={
        id === null
          ? 'Появится в списке, когда назовёте её'
          : `Готово школ: ${formatNumber(done)} из ${formatNumber(schools.length)}`
      }
      onClose={onClose}
      removal={{
        label: 'Удалить кампанию',
        question: `Удалить кампанию «${name}»?`,
        detail: 'Удалится график школ. Если по кампании уже есть акты, она не удалится. Удаление можно отменить.',
        remove: (id) => remove.run({ id }),
      }}
      tabs={[
        {
          id: 'main',
          title: 'Кампания',
          isFaulty: form.isFaulty('name', 'from', 'to', 'rule', 'reason', 'disposal', 'note'),
          content: <MainTab form={form} />,
        },
        {
          id: 'schools',
          title: 'Школы',
          mark: value.schools.length === 0 ? undefined : formatNumber(value.schools.length),
          isFaulty: form.isFaulty('schools'),
          content: <SchoolsTab form={form} schools={schools} />,
        },
        {
          id: 'calendar',
          title: 'Календарь',
          content: <CalendarTab campaign={value} schools={schools} />,
        },
        {
          id: 'commission',
          title: 'Комиссия',
          isFaulty: form.isFaulty('commission'),
          content: (
            <FormSection title="Комиссия">
              <CommissionRows
                rows={value.commission}
                onChange={(rows) => set('commission', rows)}
                errorAt={form.errorAt}
                check={form.check}
              />
            </FormSection>
          ),
        },
      ]}
    />
  )
}
