import { Button, SegmentedControl } from '@mantine/core'
import type { Meeting } from '@shared/contract/meetings'
import { IconChecks, IconUserPlus, IconUsersPlus } from '@tabler/icons-react'
import { NumberField } from '../../../../components/fields/NumberField'
import { TextField } from '../../../../components/fields/TextField'
import { missingMembers, setAll } from '../../model/attendance'
import { fieldOf } from '../../model/fields'
import { useEditor } from '../EditorContext'
import { RemarksAt } from '../lines/Remarks'
import classes from './AttendanceView.module.css'
import { Roster } from './Roster'

type Attendance = Meeting['attendance']

/** Who was there: ticked off in a list, or counted. */
export function AttendanceView() {
  const editor = useEditor()
  const { meeting, readOnly, librarians, series } = editor
  const { attendance } = meeting
  const set = (patch: Partial<Attendance>) =>
    editor.change((now) => ({ ...now, attendance: { ...now.attendance, ...patch } }))
  const missing = missingMembers(attendance.roster, series?.memberIds ?? [], librarians)
  return (
    <div className={classes.view}>
      <div className={classes.head}>
        <h2>Присутствующие</h2>
        <SegmentedControl
          aria-label="Учёт присутствующих"
          size="xs"
          readOnly={readOnly}
          data={[
            { value: 'roster', label: 'По списку' },
            { value: 'count', label: 'Числом' },
          ]}
          value={attendance.mode}
          onChange={(mode) => set({ mode: mode === 'count' ? 'count' : 'roster' })}
        />
      </div>
      <div className={classes.fields}>
        {attendance.mode === 'count' && (
          <div>
            <NumberField
              label="Сколько человек"
              name={fieldOf.attendance('count')}
              value={attendance.count}
              onChange={(count) => set({ count })}
              readOnly={readOnly}
            />
            <RemarksAt field={fieldOf.attendance('count')} />
          </div>
        )}
        <TextField
          label="Кто присутствовал"
          name={fieldOf.attendance('text')}
          placeholder="педагоги-библиотекари, руководители ИБЦ"
          value={attendance.text}
          onChange={(text) => set({ text })}
          readOnly={readOnly}
        />
      </div>
      {attendance.mode === 'count' ? (
        <RemarksAt field={fieldOf.attendance('roster')} />
      ) : (
        <>
          {!readOnly && (
            <div className={classes.tools}>
              {missing.length > 0 && (
                <Button
                  variant="default"
                  size="compact-sm"
                  leftSection={<IconUsersPlus size={15} aria-hidden />}
                  onClick={() => set({ roster: [...attendance.roster, ...missing] })}
                >
                  {attendance.roster.length === 0 ? 'Заполнить участниками' : `Ещё участники: ${missing.length}`}
                </Button>
              )}
              {attendance.roster.some((entry) => entry.state !== 'present') && (
                <Button
                  variant="default"
                  size="compact-sm"
                  leftSection={<IconChecks size={15} aria-hidden />}
                  onClick={() => set({ roster: setAll(attendance.roster, 'present') })}
                >
                  Все присутствуют
                </Button>
              )}
              <Button
                variant="default"
                size="compact-sm"
                leftSection={<IconUserPlus size={15} aria-hidden />}
                onClick={() => editor.focusField(fieldOf.attendance('add'))}
              >
                Добавить человека
              </Button>
            </div>
          )}
          <Roster roster={attendance.roster} onChange={(roster) => set({ roster })} />
        </>
      )}
    </div>
  )
}
