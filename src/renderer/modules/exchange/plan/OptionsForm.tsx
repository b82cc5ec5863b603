import { Anchor, Checkbox, NumberInput, Radio, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import type { PlanOptions } from '@shared/contract/plans'
import type { ReactNode } from 'react'
import { useCall } from '../../../app/queries'
import { DateField } from '../../../components/fields/DateField'
import { SchoolField } from '../../../components/fields/SchoolField'
import { SchoolsChoice } from '../../../components/SchoolsChoice'
import classes from './Plan.module.css'

/** What is asked of a new plan, as she fills it in. */
export interface PlanDraft {
  name: string
  options: PlanOptions
  /** She wants a collection point, maybe not yet chosen. */
  isVia: boolean
  seconds: number
}

interface OptionsFormProps {
  draft: PlanDraft
  onChange: (draft: PlanDraft) => void
}

/** The plan's options in plain words: each says what it does. */
export function OptionsForm({ draft, onChange }: OptionsFormProps) {
  const { options } = draft
  const distances = useCall('distances.list', { limit: 1 })
  const put = (next: Partial<PlanOptions>) => onChange({ ...draft, options: { ...options, ...next } })
  return (
    <div className={classes.form}>
      <TextInput
        label="Название плана"
        description="По нему вы узнаете план в списке и при сравнении"
        value={draft.name}
        onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
        error={draft.name.trim() === '' ? 'Дайте плану название' : undefined}
        maw={460}
      />
      <Part title="Если книг на всех не хватает">
        <Radio.Group
          aria-label="Кому дать дефицитные книги"
          value={options.scarcity}
          onChange={(value) => put({ scarcity: value as PlanOptions['scarcity'] })}
        >
          <Stack gap={8}>
            <Radio
              value="priority"
              label="По очерёдности"
              description="Сначала потребности с отметкой «в первую очередь», потом обычные, потом остальные."
            />
            <Radio
              value="proportional"
              label="Поровну от потребности"
              description="Каждая школа получает примерно одинаковую долю того, что ей нужно."
            />
            <Radio
              value="minimum-lot"
              label="Не мельче партии"
              description="Школа получает столько экземпляров одной книги, чтобы был смысл ехать, — или ничего."
            />
          </Stack>
        </Radio.Group>
        {options.scarcity === 'minimum-lot' && (
          <Count
            label="Наименьшая партия одной книги, экз."
            description="Кому нужно меньше, тот получает всё, что просил"
            least={1}
            value={options.minimumLot}
            onChange={(minimumLot) => put({ minimumLot })}
          />
        )}
      </Part>
      <Part title="Поездки">
        <Count
          label="Не открывать пару меньше, экз."
          description="Школы не ездят друг к другу ради меньшего числа книг; 1 — ездят за любым"
          least={1}
          value={options.minimumPair}
          onChange={(minimumPair) => put({ minimumPair })}
        />
        <Checkbox
          label="Через пункт обмена"
          description="Все книги свозят в одну школу и забирают из неё: каждая школа ездит не больше одного раза туда и одного раза оттуда."
          checked={draft.isVia}
          onChange={(event) => {
            const isVia = event.currentTarget.checked
            onChange({ ...draft, isVia, options: { ...options, viaSchoolId: isVia ? options.viaSchoolId : null } })
          }}
        />
        {draft.isVia && (
          <div className={classes.inner}>
            <SchoolField
              label="Пункт обмена"
              value={options.viaSchoolId}
              onChange={(viaSchoolId) => put({ viaSchoolId })}
              error={options.viaSchoolId === null ? 'Выберите школу, где обмениваются книгами' : undefined}
            />
          </div>
        )}
        <Text size="sm" c="dimmed">
          {distances.data && (distances.data.total ?? 0) > 0
            ? 'Из планов с одинаковым числом поездок выбирается тот, где ездить ближе. '
            : 'Расстояния между школами не заданы; их можно ввести или загрузить, или указать координаты в карточках школ. '}
          <Anchor href="#/exchange/distances" inherit>
            Расстояния между школами
          </Anchor>
        </Text>
      </Part>
      <Part title="Какие книги отдавать">
        <Checkbox
          label="Можно давать замену"
          description="Если нужного издания нет, школа получает другое с тем же кодом ФПУ, классом и предметом — когда в её потребности это разрешено."
          checked={options.substitutes}
          onChange={(event) => put({ substitutes: event.currentTarget.checked })}
        />
        <Count
          label="Оставлять у каждой школы не меньше, экз."
          description="Столько экземпляров каждого своего учебника школа не отдаёт, даже если заявила излишком"
          least={0}
          value={options.keepAtLeast}
          onChange={(keepAtLeast) => put({ keepAtLeast })}
        />
        <div className={classes.inner}>
          <DateField
            label="Только книги, которыми можно пользоваться на день"
            description="Книги, чей предельный срок к этому дню истёк, в план не войдут. Пусто — войдут все"
            value={options.usableOn}
            onChange={(usableOn) => put({ usableOn })}
          />
        </div>
      </Part>
      <Part title="Между какими школами">
        <Radio.Group
          aria-label="Между какими школами"
          value={options.schoolIds === null ? 'all' : 'some'}
          onChange={(value) => put({ schoolIds: value === 'all' ? null : [] })}
        >
          <Stack gap={8}>
            <Radio value="all" label="Между всеми школами района" />
            <Radio value="some" label="Только между выбранными" />
          </Stack>
        </Radio.Group>
        {options.schoolIds !== null && (
          <SchoolsChoice label="Школы плана" value={options.schoolIds} onChange={(schoolIds) => put({ schoolIds })} />
        )}
      </Part>
      <Part title="Сколько искать">
        <SegmentedControl
          aria-label="Сколько искать"
          data={[
            { value: '10', label: '10 секунд' },
            { value: '30', label: '30 секунд' },
            { value: '60', label: '1 минуту' },
          ]}
          value={String(draft.seconds)}
          onChange={(value) => onChange({ ...draft, seconds: Number(value) })}
        />
        <Text size="sm" c="dimmed">
          Первый план готов сразу; дальше программа ищет, как обойтись меньшим числом поездок. Остановить можно в любой
          миг: останется лучшее из найденного.
        </Text>
      </Part>
    </div>
  )
}

/** Why the plan cannot be made yet; null when it can. */
export function draftFault({ name, isVia, options }: PlanDraft): string | null {
  if (name.trim() === '') return 'Дайте плану название.'
  if (isVia && options.viaSchoolId === null) return 'Выберите школу — пункт обмена.'
  if (options.schoolIds !== null && options.schoolIds.length < 2) return 'Отметьте хотя бы две школы.'
  return null
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={classes.part}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}

interface CountProps {
  label: string
  description: string
  least: number
  value: number
  onChange: (value: number) => void
}

function Count({ label, description, least, value, onChange }: CountProps) {
  return (
    <NumberInput
      className={classes.inner}
      label={label}
      description={description}
      value={value}
      onChange={(next) => onChange(typeof next === 'number' ? Math.max(least, Math.round(next)) : least)}
      min={least}
      max={10_000}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="strict"
      thousandSeparator={'\u202F'}
      hideControls
    />
  )
}
