import { ActionIcon, Button } from '@mantine/core'
import { roadmapMarkStates } from '@shared/contract/roadmaps'
import { IconCheck, IconTrash } from '@tabler/icons-react'
import { DateField } from '../../../components/fields/DateField'
import { SelectField } from '../../../components/fields/SelectField'
import { TextAreaField } from '../../../components/fields/TextAreaField'
import { TextField } from '../../../components/fields/TextField'
import { formatDay } from '../../../components/format'
import classes from './Panel.module.css'
import type { MarksEditing } from './useMarks'

/** What was done, when, and what shows it. */
export function Marks({ marks, fresh, add, change, remove }: MarksEditing) {
  return (
    <section aria-label="Отметки о выполнении">
      <div className={classes.sectionHead}>
        <h3>Отметки</h3>
        <Button size="compact-sm" variant="default" leftSection={<IconCheck size={15} aria-hidden />} onClick={add}>
          Отметить выполнение
        </Button>
      </div>
      {marks.length === 0 && <p className={classes.none}>Отметок пока нет.</p>}
      {marks.map((mark) => (
        <div key={mark.uid} className={classes.mark}>
          <SelectField
            bare
            label="Отметка"
            choices={roadmapMarkStates}
            value={mark.state}
            onChange={(state) => change(mark.uid, { state, ...(state === 'moved' ? {} : { movedTo: null }) })}
          />
          <DateField
            bare
            label="Дата"
            mandatory
            value={mark.on === '' ? null : mark.on}
            onChange={(on) => change(mark.uid, { on: on ?? '' })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            className={classes.remove}
            aria-label={`Убрать отметку от ${formatDay(mark.on)}`}
            onClick={() => remove(mark.uid)}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
          {mark.state === 'moved' && (
            <div className={classes.whole}>
              <DateField
                bare
                label="Новый срок"
                description="Без даты: срок снят, пока не назначат другой"
                value={mark.movedTo}
                onChange={(movedTo) => change(mark.uid, { movedTo })}
              />
            </div>
          )}
          <div className={classes.whole}>
            <TextField
              bare
              label="Подтверждение"
              placeholder="приказ, протокол, ссылка"
              value={mark.evidence}
              autoFocus={mark.uid === fresh}
              onChange={(evidence) => change(mark.uid, { evidence })}
            />
          </div>
          <div className={classes.whole}>
            <TextAreaField
              bare
              minRows={1}
              label="Примечание"
              value={mark.note}
              onChange={(note) => change(mark.uid, { note })}
            />
          </div>
        </div>
      ))}
    </section>
  )
}
