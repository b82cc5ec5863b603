import { Button, Checkbox, Group } from '@mantine/core'
import { decisionStates } from '@shared/contract/meetings'
import { useCall } from '../../../app/queries'
import { formatDay } from '../../../components/format'
import classes from './NewMeetingPage.module.css'

export interface CarryOverProps {
  seriesId: number
  before: string
  chosen: readonly string[]
  onChange: (uids: readonly string[]) => void
}

/** Decisions of earlier meetings not yet carried out: those chosen come in as the first item of the agenda. */
export function CarryOver({ seriesId, before, chosen, onChange }: CarryOverProps) {
  const unfinished = useCall('meetings.unfinished', { seriesId, before }, { keepPrevious: true })
  const rows = unfinished.data ?? []
  if (rows.length === 0) return null
  const toggle = (uid: string) =>
    onChange(chosen.includes(uid) ? chosen.filter((one) => one !== uid) : [...chosen, uid])
  const all = rows.every((row) => chosen.includes(row.uid))
  return (
    <fieldset className={classes.carry}>
      <legend>
        <Group gap="xs">
          Перенести невыполненные решения
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            onClick={() => onChange(all ? [] : rows.map((row) => row.uid))}
          >
            {all ? 'Не переносить' : 'Отметить все'}
          </Button>
        </Group>
      </legend>
      <div className={classes.decisions}>
        {rows.map((row) => (
          <Checkbox
            key={row.uid}
            size="xs"
            checked={chosen.includes(row.uid)}
            onChange={() => toggle(row.uid)}
            label={
              <>
                {row.text}
                <span className={classes.detail}>
                  {[`${row.meeting} от ${formatDay(row.meetingDate)}`, row.due, decisionStates[row.state]]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </>
            }
          />
        ))}
      </div>
    </fieldset>
  )
}
