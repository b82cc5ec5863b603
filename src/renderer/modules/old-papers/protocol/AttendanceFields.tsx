import { ActionIcon, Button } from '@mantine/core'
import { type AttendanceEntry, attendanceStates } from '@shared/contract/meetings'
import type { ProtocolDraft } from '@shared/contract/old-papers'
import { formatNumber } from '@shared/domain/text/plural'
import { IconChevronDown, IconChevronRight, IconX } from '@tabler/icons-react'
import { memo } from 'react'
import { NumberField } from '../../../components/fields/NumberField'
import { nobody, PersonField } from '../../../components/fields/PersonField'
import { SelectField } from '../../../components/fields/SelectField'
import { TextField } from '../../../components/fields/TextField'
import { FieldGrid, FormSection, Wide } from '../../../components/record/FormSection'
import { newAttendance } from '../../meetings/model/blank'
import { Field } from '../review/Field'
import { useMarks, useReview } from '../review/ReviewContext'
import { AddButton, InvitedFields } from './PeopleFields'
import classes from './Protocol.module.css'
import { useProtocol } from './useProtocol'

const modes = { count: 'числом', roster: 'по списку' } as const
/** A longer list is folded: who came is the last thing to look at. */
const FOLDED_OVER = 12

/** Who was there: a number with words, or a list of people. */
export function AttendanceFields({ protocol }: { protocol: ProtocolDraft }) {
  const { edit } = useProtocol()
  const { attendance } = protocol
  const set = (part: Partial<ProtocolDraft['attendance']>, path = 'attendance') =>
    edit(path, (p) => ({ ...p, attendance: { ...p.attendance, ...part } }))
  return (
    <FormSection title="Присутствовали">
      <FieldGrid>
        <Field path={['attendance', 'attendance/count', 'attendance/mode']} label="Присутствовали">
          <FieldGrid>
            <SelectField
              label="Присутствующие указаны"
              choices={modes}
              value={attendance.mode}
              onChange={(mode) => set({ mode })}
            />
            {attendance.mode === 'count' && (
              <NumberField label="Сколько человек" value={attendance.count} onChange={(count) => set({ count })} />
            )}
          </FieldGrid>
        </Field>
        <Wide>
          <Field path="attendance/text" label="Кто присутствовал">
            <TextField
              label="Кто присутствовал, словами"
              value={attendance.text}
              onChange={(text) => set({ text }, 'attendance/text')}
            />
          </Field>
        </Wide>
        {(attendance.mode === 'roster' || attendance.roster.length > 0) && (
          <Wide>
            <Roster roster={attendance.roster} />
          </Wide>
        )}
        <Wide>
          <InvitedFields people={protocol.invited} />
        </Wide>
      </FieldGrid>
    </FormSection>
  )
}

function Roster({ roster }: { roster: readonly AttendanceEntry[] }) {
  const { edit } = useProtocol()
  const { unfold } = useReview()
  const { unfolded } = useMarks()
  const isShort = roster.length <= FOLDED_OVER
  const isOpen = isShort || unfolded.has('roster')
  return (
    <fieldset className={classes.people} aria-label="Список присутствующих" data-path="roster">
      <div className={classes.rosterHead}>
        <b>Список: {formatNumber(roster.length)} чел.</b>
        {!isShort && (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-expanded={isOpen}
            leftSection={
              isOpen ? <IconChevronDown size={15} aria-hidden /> : <IconChevronRight size={15} aria-hidden />
            }
            onClick={() => unfold('roster', !isOpen)}
          >
            {isOpen ? 'Свернуть' : 'Показать всех'}
          </Button>
        )}
      </div>
      {isOpen && roster.map((entry, index) => <Attendee key={entry.uid} entry={entry} index={index} />)}
      {isOpen && (
        <AddButton
          title="Присутствующий"
          onClick={() => {
            const entry = newAttendance(nobody)
            edit(`roster/${entry.uid}`, (p) => ({
              ...p,
              attendance: { ...p.attendance, roster: [...p.attendance.roster, entry] },
            }))
          }}
        />
      )}
    </fieldset>
  )
}

const Attendee = memo(function Attendee({ entry, index }: { entry: AttendanceEntry; index: number }) {
  const { edit, remove, choosePerson } = useProtocol()
  const path = `roster/${entry.uid}`
  const rows = (change: (rows: AttendanceEntry[]) => AttendanceEntry[]) => (p: ProtocolDraft) => ({
    ...p,
    attendance: { ...p.attendance, roster: change(p.attendance.roster) },
  })
  const set = (part: Partial<AttendanceEntry>) =>
    edit(
      path,
      rows((all) => all.map((one) => (one.uid === entry.uid ? { ...one, ...part } : one))),
    )
  const name = `Присутствующий ${index + 1}`
  return (
    <Field
      path={path}
      label={name}
      onChoose={(choice) =>
        choice.schoolId === null
          ? choosePerson(entry.person, choice, (person) => set({ person }))
          : set({ schoolId: choice.schoolId })
      }
    >
      <div className={classes.attendee}>
        <span className={classes.index}>{index + 1}.</span>
        <div className={classes.person}>
          <PersonField bare ariaLabel={name} value={entry.person} onChange={(person) => set({ person })} />
        </div>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={`Убрать: ${entry.person.name || name}`}
          onClick={() =>
            remove(
              path,
              rows((all) => all.filter((one) => one.uid !== entry.uid)),
            )
          }
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
        <TextField
          bare
          ariaLabel={`${name}: школа`}
          placeholder="школа"
          value={entry.school}
          onChange={(school) => set({ school, schoolId: null })}
        />
        <SelectField
          bare
          ariaLabel={`${name}: явка`}
          choices={attendanceStates}
          value={entry.state}
          onChange={(state) => set({ state })}
        />
      </div>
    </Field>
  )
})
