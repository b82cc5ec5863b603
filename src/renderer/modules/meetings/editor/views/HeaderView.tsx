import { Checkbox, Select } from '@mantine/core'
import { protocolLayouts } from '@shared/contract/associations'
import { type Meeting, meetingFormats } from '@shared/contract/meetings'
import { isRealDate } from '@shared/domain/dates'
import type { ReactNode } from 'react'
import { ComboField } from '../../../../components/fields/ComboField'
import { DateField } from '../../../../components/fields/DateField'
import { SelectField } from '../../../../components/fields/SelectField'
import { TextAreaField } from '../../../../components/fields/TextAreaField'
import { TextField } from '../../../../components/fields/TextField'
import { TimeField } from '../../../../components/fields/TimeField'
import { nobody } from '../../model/blank'
import { rereadAll } from '../../model/decision-text'
import { fieldOf } from '../../model/fields'
import { useEditor } from '../EditorContext'
import { PeopleList } from '../inputs/PeopleList'
import { PersonInput } from '../inputs/PersonInput'
import { RemarksAt } from '../lines/Remarks'
import classes from './HeaderView.module.css'

/** Words that stand over decisions in protocols of different districts (FORMS §2). */
const decisionWords = [
  'РЕШИЛИ',
  'Решили',
  'Решение',
  'Принято решение',
  'ПОСТАНОВИЛИ',
  'Решено',
  'По результатам голосования МО решило',
]

const formatChoices = { ...meetingFormats, none: 'не указан' }

/** «Шапка»: everything above the agenda. */
export function HeaderView() {
  const editor = useEditor()
  const { meeting, readOnly, series, allSeries } = editor
  const set = (patch: Partial<Meeting>) => editor.change((now) => ({ ...now, ...patch }))
  const setDate = (date: string | null) =>
    editor.change((now) => {
      const moved = { ...now, date: date ?? '' }
      return isRealDate(moved.date) ? rereadAll(moved, editor.read, moved.date) : moved
    })
  return (
    <div className={classes.view}>
      <h2 className={classes.title}>Шапка протокола</h2>
      <div className={classes.grid}>
        <Field name="seriesId" wide>
          <Select
            label="Чьё заседание"
            name={fieldOf.head('seriesId')}
            data={allSeries.map((one) => ({ value: String(one.id), label: `${one.name} — ${one.association}` }))}
            value={String(meeting.seriesId)}
            onChange={(value) => value !== null && set({ seriesId: Number(value) })}
            allowDeselect={false}
            readOnly={readOnly}
            size="sm"
          />
        </Field>
        <Field name="number">
          <TextField
            label="Номер"
            name={fieldOf.head('number')}
            value={meeting.number}
            onChange={(number) => set({ number })}
            readOnly={readOnly}
          />
        </Field>
        <Field name="date">
          <DateField
            label="Дата"
            name={fieldOf.head('date')}
            value={meeting.date === '' ? null : meeting.date}
            onChange={setDate}
            mandatory
            readOnly={readOnly}
          />
        </Field>
        <Field name="time">
          <TimeField
            label="Время"
            name={fieldOf.head('time')}
            value={meeting.time}
            onChange={(time) => set({ time })}
            readOnly={readOnly}
          />
        </Field>
        <Field name="format">
          <SelectField
            label="Как проходит"
            name={fieldOf.head('format')}
            choices={formatChoices}
            value={meeting.format}
            onChange={(format) => set({ format })}
            readOnly={readOnly}
          />
        </Field>
        <Field name="place" wide>
          <TextField
            label="Место"
            name={fieldOf.head('place')}
            value={meeting.place}
            onChange={(place) => set({ place })}
            readOnly={readOnly}
          />
        </Field>
        <Field name="theme" wide>
          <TextField
            label="Тема"
            name={fieldOf.head('theme')}
            placeholder="Если у заседания есть тема, без кавычек"
            value={meeting.theme}
            onChange={(theme) => set({ theme })}
            readOnly={readOnly}
          />
        </Field>
        <Field name="layout">
          <SelectField
            label="Вид протокола"
            name={fieldOf.head('layout')}
            choices={protocolLayouts}
            value={meeting.layout}
            onChange={(layout) => set({ layout })}
            readOnly={readOnly}
          />
        </Field>
        <Field name="decisionLabel">
          <ComboField
            label="Слово перед решениями"
            name={fieldOf.head('decisionLabel')}
            placeholder={series?.decisionLabel || 'как в настройках'}
            options={decisionWords}
            value={meeting.decisionLabel}
            onChange={(decisionLabel) => set({ decisionLabel })}
            readOnly={readOnly}
          />
        </Field>
      </div>
      <div className={classes.people}>
        <PeopleList
          label="Председательствующие"
          add="Председательствующий"
          field={fieldOf.head('chairs')}
          people={meeting.chairs}
          onChange={(chairs) => set({ chairs })}
        />
        <div>
          {meeting.secretary !== null && (
            <PersonInput
              field={fieldOf.head('secretary')}
              label="Секретарь"
              withLabel
              value={meeting.secretary}
              readOnly={readOnly}
              librarians={editor.librarians}
              onChange={(secretary) => set({ secretary })}
            />
          )}
          <Checkbox
            className={classes.none}
            label="Секретаря не было"
            checked={meeting.secretary === null}
            disabled={readOnly}
            onChange={(event) => set({ secretary: event.currentTarget.checked ? null : nobody })}
          />
          <RemarksAt field={fieldOf.head('secretary')} />
        </div>
        <PeopleList
          label="Приглашённые"
          add="Приглашённый"
          field={fieldOf.head('invited')}
          people={meeting.invited}
          onChange={(invited) => set({ invited })}
        />
      </div>
      <TextAreaField
        label="Заметки для себя"
        description="В протокол не попадают"
        name={fieldOf.head('note')}
        value={meeting.note}
        onChange={(note) => set({ note })}
        readOnly={readOnly}
      />
    </div>
  )
}

function Field({ name, wide, children }: { name: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? classes.wide : undefined}>
      {children}
      <RemarksAt field={fieldOf.head(name)} />
    </div>
  )
}
