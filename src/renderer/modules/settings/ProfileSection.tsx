import { NativeSelect, SegmentedControl, Text } from '@mantine/core'
import { type Profile, Profile as ProfileSchema } from '@shared/contract/app'
import { schoolYearStart, schoolYearStarting } from '@shared/domain/school-year'
import { call } from '../../app/api'
import { useCall } from '../../app/queries'
import { formatSchoolYear } from '../../app/schoolYear'
import { ComboField } from '../../components/fields/ComboField'
import { NumberField } from '../../components/fields/NumberField'
import { TextField } from '../../components/fields/TextField'
import { FieldGrid, FormSection, Wide } from '../../components/record/FormSection'
import { RecordBanner } from '../../components/record/RecordBanner'
import { type LoadedRecord, RecordLoader, type RecordStart } from '../../components/record/RecordLoader'
import { useRecordForm } from '../../components/record/useRecordForm'
import { blankProfile } from './blank'

/** There is one profile; the time it was read stands for its revision. */
const PROFILE = 1

export function ProfileSection() {
  const profile = useCall('profile.get', {})
  const loaded = profile.data && { revision: profile.dataUpdatedAt, value: profile.data }
  return (
    <RecordLoader
      record="profile"
      id={PROFILE}
      loaded={loaded}
      error={profile.error}
      blank={blankProfile}
      onClose={() => undefined}
    >
      {(start) => <ProfileForm start={start} loaded={loaded} />}
    </RecordLoader>
  )
}

function ProfileForm({ start, loaded }: { start: RecordStart<Profile>; loaded: LoadedRecord<Profile> | undefined }) {
  const form = useRecordForm<Profile>({
    record: 'profile',
    schema: ProfileSchema,
    start,
    loaded,
    save: async (_id, _revision, profile) => {
      await call('profile.save', profile)
      return { id: PROFILE, revision: Date.now() }
    },
    onCreated: () => undefined,
    isReady: () => true,
  })
  const { bind, set, value } = form
  const year = schoolYearStart(value.schoolYear)
  const years = [1, 0, -1, -2].map((step) => schoolYearStarting(year + step))
  return (
    <form onBlur={form.onBlur} onSubmit={(event) => event.preventDefault()}>
      <RecordBanner form={form} />
      <FormSection title="Муниципалитет">
        <FieldGrid>
          <Wide>
            <TextField {...bind('municipality')} required description="Как в документах: Заречинский район" />
          </Wide>
          <TextField {...bind('region')} />
          <TextField {...bind('methodologist')} description="Ваши фамилия и инициалы" />
          <Wide>
            <TextField {...bind('authority')} description="Кому идут отчёты" />
          </Wide>
          <NativeSelect
            label="Учебный год по умолчанию"
            description="С ним программа открывается"
            value={value.schoolYear}
            data={years.map((one) => ({ value: one, label: formatSchoolYear(one) }))}
            onChange={(event) => set('schoolYear', event.currentTarget.value)}
          />
        </FieldGrid>
      </FormSection>
      <FormSection title="Документы Word">
        <FieldGrid>
          <Choice
            label="Левое поле"
            value={String(value.papers.leftMarginMm)}
            options={{ '20': '20 мм', '30': '30 мм' }}
            onChange={(next) => set('papers.leftMarginMm', next === '30' ? 30 : 20)}
            hint="30 мм — для документов долгого хранения"
          />
          <Choice
            label="Межстрочный интервал"
            value={String(value.papers.lineSpacing)}
            options={{ '1': 'одинарный', '1.5': 'полуторный' }}
            onChange={(next) => set('papers.lineSpacing', next === '1.5' ? 1.5 : 1)}
          />
          <Choice
            label="Дата в документах"
            value={value.papers.dateStyle}
            options={{ words: '8 сентября 2023 г.', digits: '08.09.2023' }}
            onChange={(next) => set('papers.dateStyle', next === 'digits' ? 'digits' : 'words')}
          />
          <ComboField
            {...bind('papers.decisionLabel')}
            label="Слово перед решениями"
            options={['РЕШИЛИ', 'ПОСТАНОВИЛИ', 'Принято решение']}
          />
          <NumberField
            {...bind('papers.rosterAnnexOver')}
            label="Список присутствующих приложением"
            description="Если присутствует больше человек, чем"
          />
        </FieldGrid>
      </FormSection>
    </form>
  )
}

interface ChoiceProps {
  label: string
  value: string
  options: Readonly<Record<string, string>>
  onChange: (value: string) => void
  hint?: string
}

function Choice({ label, value, options, onChange, hint }: ChoiceProps) {
  return (
    <div>
      <Text size="sm" fw={500} mb={2}>
        {label}
      </Text>
      <SegmentedControl
        size="xs"
        aria-label={label}
        value={value}
        data={Object.entries(options).map(([key, words]) => ({ value: key, label: words }))}
        onChange={onChange}
      />
      {hint && (
        <Text size="xs" c="dimmed" mt={2}>
          {hint}
        </Text>
      )}
    </div>
  )
}
