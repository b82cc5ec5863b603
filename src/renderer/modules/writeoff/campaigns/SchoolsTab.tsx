import { ActionIcon, Button, Checkbox, Group, Progress, Text } from '@mantine/core'
import { newUid } from '@shared/contract/fields'
import type { CampaignSchool, WriteOffCampaign } from '@shared/contract/writeoff'
import { formatMoney, formatNumber } from '@shared/domain/text/plural'
import { IconFilePlus, IconListSearch, IconSchool, IconTable, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useGo } from '../../../app/navigation'
import { useCall } from '../../../app/queries'
import { DateField } from '../../../components/fields/DateField'
import { SchoolField } from '../../../components/fields/SchoolField'
import { savePaper } from '../../../components/paper/files'
import type { RecordForm } from '../../../components/record/useRecordForm'
import { isEmptyRule } from '../candidates/RuleFields'
import classes from './Campaigns.module.css'
import { StateMark } from './state'
import { useDraftActs } from './useDraftActs'

export interface SchoolsTabProps {
  form: RecordForm<WriteOffCampaign>
  schools: readonly CampaignSchool[]
}

/** The schools of a campaign: each its day, where it is, how much; acts of the ticked in one step. */
export function SchoolsTab({ form, schools }: SchoolsTabProps) {
  const { id, value, set } = form
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const known = new Map(schools.map((one) => [one.schoolId, one]))
  const go = useGo()
  const drafting = useDraftActs()
  const ready = value.schools.filter((one) => (known.get(one.schoolId)?.candidates ?? 0) > 0)
  const picked = ready.filter((one) => chosen.has(one.schoolId))
  const wanted = picked.length > 0 ? picked : ready
  const done = schools.filter((one) => one.state === 'done' || one.state === 'none').length
  const toggle = (schoolId: number, isOn: boolean) => {
    const next = new Set(chosen)
    if (isOn) next.add(schoolId)
    else next.delete(schoolId)
    setChosen(next)
  }
  const make = async () => {
    if (id === null) return
    await form.autosave.flush()
    await drafting.run(
      id,
      value,
      wanted.map((one) => one.schoolId),
    )
    setChosen(new Set())
  }
  return (
    <>
      {schools.length > 0 && (
        <div className={classes.progress}>
          <Progress value={(done / schools.length) * 100} aria-label="Готово школ" />
          <Text size="sm">
            Готово школ: {formatNumber(done)} из {formatNumber(schools.length)}
          </Text>
        </div>
      )}
      {id !== null && value.schools.length > 0 && (
        <Group gap={6} mb="sm">
          <Button
            size="compact-md"
            leftSection={<IconFilePlus size={16} aria-hidden />}
            disabled={ready.length === 0}
            loading={drafting.pending}
            onClick={() => void make().catch(() => undefined)}
          >
            {picked.length === 0 ? 'Составить акты по всем' : `Составить акты: ${formatNumber(picked.length)}`}
          </Button>
          {!isEmptyRule(value.rule) && (
            <Button
              size="compact-md"
              variant="default"
              leftSection={<IconListSearch size={16} aria-hidden />}
              onClick={() => go(`/writeoff/candidates?campaign=${id}`)}
            >
              Выбрать книги
            </Button>
          )}
          <Button
            size="compact-md"
            variant="default"
            leftSection={<IconTable size={16} aria-hidden />}
            onClick={() =>
              void savePaper(
                'papers.writeOffSummary',
                { campaignId: id, from: null, to: null },
                `Свод ${value.name}`,
                'xlsx',
              )
            }
          >
            Свод в Excel
          </Button>
        </Group>
      )}
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col" aria-label="Выбрать" />
            <th scope="col">Школа</th>
            <th scope="col">Срок</th>
            <th scope="col" className={classes.number}>
              К списанию
            </th>
            <th scope="col" className={classes.number}>
              Списано
            </th>
            <th aria-label="Убрать" />
          </tr>
        </thead>
        <tbody>
          {value.schools.map((row, index) => {
            const school = known.get(row.schoolId)
            return (
              <tr key={row.uid}>
                <td>
                  <Checkbox
                    size="xs"
                    aria-label={`Выбрать: ${school?.school ?? 'школа'}`}
                    disabled={(school?.candidates ?? 0) === 0}
                    checked={chosen.has(row.schoolId)}
                    onChange={(event) => toggle(row.schoolId, event.currentTarget.checked)}
                  />
                </td>
                <td>
                  {school?.school ?? <SchoolName id={row.schoolId} />}
                  {school && (
                    <div>
                      <StateMark state={school.state} />
                    </div>
                  )}
                </td>
                <td className={classes.due}>
                  <DateField
                    bare
                    tight
                    ariaLabel={`Срок, ${school?.school ?? 'школа'}`}
                    placeholder="до конца"
                    value={row.dueOn}
                    error={form.errorAt(`schools.${index}.dueOn`)}
                    onChange={(dueOn) =>
                      set(
                        'schools',
                        value.schools.map((one) => (one.uid === row.uid ? { ...one, dueOn } : one)),
                      )
                    }
                    onBlur={() => form.check(`schools.${index}.dueOn`)}
                  />
                </td>
                <td className={classes.number}>
                  {school && school.candidates > 0 && (
                    <>
                      {formatNumber(school.candidates)}
                      <div className={classes.more}>{formatMoney(school.candidateSum)}</div>
                    </>
                  )}
                  {school && school.drafted > 0 && (
                    <div className={classes.more}>в черновиках {formatNumber(school.drafted)}</div>
                  )}
                </td>
                <td className={classes.number}>
                  {school && school.booked > 0 && (
                    <>
                      {formatNumber(school.booked)}
                      <div className={classes.more}>{formatMoney(school.bookedSum)}</div>
                    </>
                  )}
                </td>
                <td>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={28}
                    aria-label={`Убрать школу: ${school?.school ?? ''}`}
                    onClick={() =>
                      set(
                        'schools',
                        value.schools.filter((one) => one.uid !== row.uid),
                      )
                    }
                  >
                    <IconTrash size={16} aria-hidden />
                  </ActionIcon>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <AddSchools form={form} />
    </>
  )
}

function SchoolName({ id }: { id: number }) {
  const all = useCall('schools.options', { limit: 2000 })
  return all.data?.find((one) => one.id === id)?.name ?? ''
}

/** One school by name, or all that work. */
function AddSchools({ form }: { form: RecordForm<WriteOffCampaign> }) {
  const { set, value } = form
  const all = useCall('schools.options', { limit: 2000 })
  const taken = new Set(value.schools.map((one) => one.schoolId))
  const rest = (all.data ?? []).filter((one) => one.state === 'active' && !taken.has(one.id))
  const add = (ids: readonly number[]) =>
    set('schools', [...value.schools, ...ids.map((schoolId) => ({ uid: newUid(), schoolId, dueOn: null, note: '' }))])
  return (
    <Group gap={8} mt="sm" align="flex-end">
      <div className={classes.adding}>
        <SchoolField
          ariaLabel="Добавить школу"
          placeholder="Добавить школу"
          value={null}
          onChange={(id) => {
            if (id !== null && !taken.has(id)) add([id])
          }}
        />
      </div>
      {rest.length > 0 && (
        <Button
          variant="default"
          leftSection={<IconSchool size={16} aria-hidden />}
          onClick={() => add(rest.map((one) => one.id))}
        >
          Добавить все школы: {formatNumber(rest.length)}
        </Button>
      )}
    </Group>
  )
}
