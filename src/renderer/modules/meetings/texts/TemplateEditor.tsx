import { ActionIcon, Alert, Button, Group } from '@mantine/core'
import { newUid } from '@shared/contract/fields'
import type { AgendaTemplate } from '@shared/contract/meetings'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { call } from '../../../app/api'
import { useAutosave } from '../../../app/useAutosave'
import { TextField } from '../../../components/fields/TextField'
import { insertAfter, moveByUid, patchByUid } from '../model/agenda'
import classes from './Texts.module.css'

interface Row {
  uid: string
  title: string
  decision: string
}

interface Typed {
  name: string
  rows: Row[]
}

export interface TemplateEditorProps {
  template: AgendaTemplate
  onCreated: (id: number) => void
  onRemove: (template: AgendaTemplate) => void
}

/** Questions of one template in their order, each with the decision that usually follows. Enter adds the next. */
export function TemplateEditor({ template, onCreated, onRemove }: TemplateEditorProps) {
  const root = useRef<HTMLElement>(null)
  const [typed, setTyped] = useState<Typed>(() => typedOf(template))
  const [saved, setSaved] = useState(() => templateOf(typed, template.id))
  const [focus, setFocus] = useState<string | null>(null)
  const now = templateOf(typed, saved.id)
  const dirty = JSON.stringify(now) !== JSON.stringify(saved)
  const complete = now.name !== '' && now.items.length > 0

  // biome-ignore lint/correctness/useExhaustiveDependencies: only what the store says anew, not what is typed here
  useEffect(() => {
    if (dirty || template.id === null || JSON.stringify(template) === JSON.stringify(saved)) return
    setTyped(typedOf(template))
    setSaved(template)
  }, [template])

  useEffect(() => {
    if (focus === null) return
    root.current?.querySelector<HTMLElement>(`[data-row="${focus}"] input`)?.focus()
    setFocus(null)
  }, [focus])

  const autosave = useAutosave<Typed>({
    key: `agenda-template:${template.id ?? 'new'}`,
    value: typed,
    dirty: dirty && complete,
    commit: async (value) => {
      const sent = templateOf(value, saved.id)
      const { id } = await call('meetings.saveTemplate', sent)
      setSaved({ ...sent, id })
      if (sent.id === null) onCreated(id)
    },
  })
  const setRows = (change: (rows: Row[]) => Row[]) => setTyped((was) => ({ ...was, rows: change(was.rows) }))
  const add = (after: string | null) => {
    const row = { uid: newUid(), title: '', decision: '' }
    setRows((rows) => insertAfter(rows, row, after))
    setFocus(row.uid)
  }
  const onKeyDown = (event: KeyboardEvent, uid: string) => {
    if (event.key === 'Enter' && !event.ctrlKey) {
      event.preventDefault()
      add(uid)
    } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      setRows((rows) => moveByUid(rows, uid, event.key === 'ArrowUp' ? -1 : 1))
      setFocus(uid)
    }
  }
  return (
    <section ref={root} className={classes.template} aria-label="Шаблон" onBlur={autosave.onBlur}>
      <Group align="flex-end" wrap="nowrap" gap="xs">
        <div className={classes.name}>
          <TextField
            label="Название шаблона"
            placeholder="Августовское заседание"
            value={typed.name}
            autoFocus={template.id === null}
            onChange={(name) => setTyped((was) => ({ ...was, name }))}
          />
        </div>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => onRemove(now)}
        >
          Удалить шаблон
        </Button>
      </Group>
      {autosave.error && (
        <Alert color="red" role="alert">
          {autosave.error}
        </Alert>
      )}
      <ol className={classes.questions}>
        {typed.rows.map((row, index) => (
          <li key={row.uid} data-row={row.uid} onKeyDown={(event) => onKeyDown(event, row.uid)}>
            <span className={classes.number}>{index + 1}.</span>
            <div className={classes.fields}>
              <TextField
                ariaLabel={`Вопрос ${index + 1}`}
                placeholder="О плане работы на 2026–2027 учебный год"
                value={row.title}
                onChange={(title) => setRows((rows) => patchByUid(rows, row.uid, (was) => ({ ...was, title })))}
              />
              <TextField
                ariaLabel={`Обычное решение по вопросу ${index + 1}`}
                placeholder="Обычное решение, если есть"
                value={row.decision}
                onChange={(decision) => setRows((rows) => patchByUid(rows, row.uid, (was) => ({ ...was, decision })))}
              />
            </div>
            <div className={classes.buttons}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Вопрос ${index + 1}: выше`}
                disabled={index === 0}
                onClick={() => setRows((rows) => moveByUid(rows, row.uid, -1))}
              >
                <IconArrowUp size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Вопрос ${index + 1}: ниже`}
                disabled={index === typed.rows.length - 1}
                onClick={() => setRows((rows) => moveByUid(rows, row.uid, 1))}
              >
                <IconArrowDown size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Вопрос ${index + 1}: удалить`}
                onClick={() => setRows((rows) => rows.filter((one) => one.uid !== row.uid))}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </div>
          </li>
        ))}
      </ol>
      <div>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => add(null)}
        >
          Вопрос
        </Button>
      </div>
    </section>
  )
}

function typedOf(template: AgendaTemplate): Typed {
  const rows = template.items.map((item) => ({ uid: newUid(), ...item }))
  return { name: template.name, rows: rows.length > 0 ? rows : [{ uid: newUid(), title: '', decision: '' }] }
}

/** Rows without a title are not yet questions. */
function templateOf({ name, rows }: Typed, id: number | null): AgendaTemplate {
  const items = rows.filter((row) => row.title.trim() !== '').map(({ title, decision }) => ({ title, decision }))
  return { id, name: name.trim(), items }
}
