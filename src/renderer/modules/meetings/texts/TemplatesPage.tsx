import { Button } from '@mantine/core'
import type { AgendaTemplate } from '@shared/contract/meetings'
import { counted } from '@shared/domain/text/plural'
import { IconPlus, IconTemplate } from '@tabler/icons-react'
import { useState } from 'react'
import { call } from '../../../app/api'
import { undoLast, useCall } from '../../../app/queries'
import { showDone, showError } from '../../../app/toasts'
import { ListEmpty } from '../../../components/ListEmpty'
import { BackLink } from './BackLink'
import { TemplateEditor } from './TemplateEditor'
import classes from './Texts.module.css'

/** /meetings/templates — agendas to begin with. */
export function TemplatesPage() {
  const stored = useCall('meetings.templates', {})
  /** A template's number; «new» and a count for those not yet saved. */
  const [open, setOpen] = useState<{ key: string; id: number | null } | null>(null)
  const templates = stored.data
  if (!templates) return null
  const current = open ?? firstOf(templates)
  const shown = templates.find((one) => one.id === current?.id)
  const add = () => setOpen({ key: `new-${Date.now()}`, id: null })
  const remove = async (template: AgendaTemplate) => {
    setOpen(null)
    if (template.id === null) return
    try {
      await call('meetings.removeTemplate', { id: template.id })
      showDone(`Шаблон «${template.name}» удалён`, { label: 'Отменить', run: () => void undoLast() })
    } catch (error) {
      showError(error)
    }
  }
  const addButton = (
    <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
      Добавить шаблон
    </Button>
  )
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div>
          <BackLink />
          <h1>Шаблоны повестки</h1>
          <p>С шаблона начинается новый протокол. Учебный год в названиях вопросов станет годом заседания.</p>
        </div>
        {(templates.length > 0 || open) && addButton}
      </header>
      {templates.length === 0 && !open ? (
        <div className={classes.empty}>
          <ListEmpty
            icon={IconTemplate}
            title="Шаблонов пока нет"
            text="Соберите повестку, которая повторяется каждый год, — или откройте протокол и сохраните его повестку как шаблон."
            action={addButton}
          />
        </div>
      ) : (
        <div className={classes.two}>
          <ul className={classes.list}>
            {templates.map((template) => (
              <li key={template.id}>
                <button
                  type="button"
                  aria-current={template.id === current?.id || undefined}
                  onClick={() => setOpen({ key: String(template.id), id: template.id })}
                >
                  {template.name}
                  <span>{counted(template.items.length, ['вопрос', 'вопроса', 'вопросов'])}</span>
                </button>
              </li>
            ))}
          </ul>
          {current && (shown || current.id === null) && (
            <TemplateEditor
              key={current.key}
              template={shown ?? { id: null, name: '', items: [] }}
              onCreated={(id) => setOpen({ key: current.key, id })}
              onRemove={(template) => void remove(template)}
            />
          )}
        </div>
      )}
    </div>
  )
}

function firstOf(templates: readonly AgendaTemplate[]): { key: string; id: number | null } | null {
  const [first] = templates
  return first ? { key: String(first.id), id: first.id } : null
}
