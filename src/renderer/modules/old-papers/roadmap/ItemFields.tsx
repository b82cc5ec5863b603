import { ActionIcon } from '@mantine/core'
import { newUid } from '@shared/contract/fields'
import type { Due } from '@shared/contract/meetings'
import type { Executor, RoadmapColumn, RoadmapItem, RoadmapPart } from '@shared/contract/roadmaps'
import { IconX } from '@tabler/icons-react'
import { LibrarianField } from '../../../components/fields/LibrarianField'
import { SelectField } from '../../../components/fields/SelectField'
import { TextAreaField } from '../../../components/fields/TextAreaField'
import { TextField } from '../../../components/fields/TextField'
import { type DueDay, dueMeaning, dueOfWords } from '../model/dues'
import { AddButton } from '../protocol/PeopleFields'
import { Field } from '../review/Field'
import classes from './Roadmap.module.css'
import { useRoadmap } from './useRoadmap'

export interface ItemFieldsProps {
  item: RoadmapItem
  name: string
  columns: readonly RoadmapColumn[]
  day: DueDay
}

const roles = { main: 'исполнитель', co: 'соисполнитель' } as const

/** All of an item: what, sub-events, when, who, what comes of it, and the cells of the paper's own columns. */
export function ItemFields({ item, name, columns, day }: ItemFieldsProps) {
  const { item: change } = useRoadmap()
  const path = `items/${item.uid}`
  const set = (at: string, part: Partial<RoadmapItem>) =>
    change(`${path}/${at}`, item.uid, (now) => ({ ...now, ...part }))
  const own = columns.filter(({ role }) => role === 'other' || role === 'execution')
  return (
    <div className={classes.fields}>
      <Field path={[`${path}/title`, `${path}/number`]} label={name}>
        <div className={classes.sectionHead}>
          <div className={classes.number}>
            <TextField
              label="№"
              placeholder="сам"
              value={item.number}
              onChange={(number) => set('number', { number })}
            />
          </div>
          <div className={classes.grow}>
            <TextAreaField
              label="Мероприятие"
              minRows={1}
              value={item.title}
              onChange={(title) => set('title', { title })}
            />
          </div>
        </div>
      </Field>
      {item.parts.map((part, index) => (
        <PartFields key={part.uid} item={item} part={part} name={`${name}, подпункт ${index + 1}`} day={day} />
      ))}
      <AddButton
        title="Подпункт"
        onClick={() => set('parts', { parts: [...item.parts, { uid: newUid(), title: '', dues: [] }] })}
      />
      <Field path={`${path}/dues`} label={`${name}: сроки`}>
        <Dues name={name} dues={item.dues} day={day} onChange={(dues) => set('dues', { dues })} />
      </Field>
      <Executors item={item} name={name} onChange={(executors) => set('executors', { executors })} />
      <Field path={`${path}/document`} label={`${name}: вид документа`}>
        <TextAreaField
          label="Вид документа"
          minRows={1}
          value={item.document}
          onChange={(document) => set('document', { document })}
        />
      </Field>
      <Field path={`${path}/results`} label={`${name}: результаты`}>
        <TextAreaField
          label="Ожидаемые результаты"
          minRows={1}
          value={item.results}
          onChange={(results) => set('results', { results })}
        />
      </Field>
      {own.map((column) => (
        <Field key={column.uid} path={`${path}/cells/${column.uid}`} label={`${name}: ${column.title}`}>
          <TextAreaField
            label={column.title}
            minRows={1}
            value={item.cells.find(({ columnUid }) => columnUid === column.uid)?.text ?? ''}
            onChange={(text) => {
              const rest = item.cells.filter(({ columnUid }) => columnUid !== column.uid)
              set(`cells/${column.uid}`, { cells: text === '' ? rest : [...rest, { columnUid: column.uid, text }] })
            }}
          />
        </Field>
      ))}
    </div>
  )
}

function PartFields(props: { item: RoadmapItem; part: RoadmapPart; name: string; day: DueDay }) {
  const { item, part, name, day } = props
  const { item: change, remove } = useRoadmap()
  const path = `parts/${part.uid}`
  const set = (at: string, patch: Partial<RoadmapPart>) =>
    change(`${path}/${at}`, item.uid, (now) => ({
      ...now,
      parts: now.parts.map((one) => (one.uid === part.uid ? { ...one, ...patch } : one)),
    }))
  return (
    <div className={classes.part}>
      <div className={classes.sectionHead}>
        <Field path={`${path}/title`} label={name} className={classes.grow}>
          <TextAreaField
            ariaLabel={name}
            minRows={1}
            value={part.title}
            onChange={(title) => set('title', { title })}
          />
        </Field>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          aria-label={`Убрать: ${name}`}
          onClick={() =>
            remove(path, (r) => ({
              ...r,
              sections: r.sections.map((section) => ({
                ...section,
                items: section.items.map((one) =>
                  one.uid === item.uid ? { ...one, parts: one.parts.filter(({ uid }) => uid !== part.uid) } : one,
                ),
              })),
            }))
          }
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </div>
      <Field path={`${path}/dues`} label={`${name}: сроки`}>
        <Dues name={name} dues={part.dues} day={day} onChange={(dues) => set('dues', { dues })} />
      </Field>
    </div>
  )
}

interface DuesProps {
  name: string
  dues: readonly Due[]
  day: DueDay
  onChange: (dues: Due[]) => void
}

function Dues({ name, dues, day, onChange }: DuesProps) {
  return (
    <fieldset className={classes.rows} aria-label={`${name}: сроки`}>
      {dues.map((due, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: dues have no name but their place
        <div key={index} className={classes.due}>
          <TextField
            bare
            ariaLabel={`${name}, срок${dues.length > 1 ? ` ${index + 1}` : ''}`}
            placeholder="март"
            value={due.text}
            onChange={(text) => onChange(dues.with(index, dueOfWords(text, day)))}
          />
          <span className={classes.details}>{dueMeaning(due)}</span>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={`Убрать срок: ${due.text || name}`}
            onClick={() => onChange(dues.toSpliced(index, 1))}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <AddButton
        title="Срок"
        onClick={() => onChange([...dues, { text: '', range: null, from: null, to: null, recurrence: null }])}
      />
    </fieldset>
  )
}

interface ExecutorsProps {
  item: RoadmapItem
  name: string
  onChange: (executors: Executor[]) => void
}

function Executors({ item, name, onChange }: ExecutorsProps) {
  const { executors } = item
  const set = (uid: string, part: Partial<Executor>) =>
    onChange(executors.map((one) => (one.uid === uid ? { ...one, ...part } : one)))
  return (
    <Field
      path={`items/${item.uid}/executors`}
      label={`${name}: исполнители`}
      onChoose={({ librarianId, schoolId }) => {
        // The choice is for the first executor who is still tied to nobody.
        const open = executors.find((one) => one.librarianId === null && one.schoolId === null)
        if (open) set(open.uid, { librarianId, schoolId })
      }}
    >
      <fieldset className={classes.rows} aria-label={`${name}: исполнители`}>
        {executors.map((executor, index) => (
          <div key={executor.uid} className={classes.executor}>
            <SelectField
              bare
              ariaLabel={`${name}, исполнитель ${index + 1}: роль`}
              choices={roles}
              value={executor.role}
              onChange={(role) => set(executor.uid, { role })}
            />
            <TextField
              bare
              ariaLabel={`${name}, исполнитель ${index + 1}`}
              value={executor.text}
              onChange={(text) => set(executor.uid, { text })}
            />
            {executor.librarianId !== null && (
              <LibrarianField
                bare
                ariaLabel={`${name}, исполнитель ${index + 1}: кто это в банке`}
                value={executor.librarianId}
                onChange={(librarianId) => set(executor.uid, { librarianId })}
              />
            )}
            <ActionIcon
              variant="subtle"
              color="gray"
              size={28}
              aria-label={`Убрать: ${executor.text || 'исполнитель'}`}
              onClick={() => onChange(executors.filter((one) => one.uid !== executor.uid))}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </div>
        ))}
        <AddButton
          title="Исполнитель"
          onClick={() =>
            onChange([...executors, { uid: newUid(), role: 'main', text: '', librarianId: null, schoolId: null }])
          }
        />
      </fieldset>
    </Field>
  )
}
