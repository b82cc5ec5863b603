import { Menu } from '@mantine/core'
import { useGo } from '../../app/navigation'
import { useCall } from '../../app/queries'

export interface TemplateItemsProps {
  /** Whether the menu is open: templates are asked for then. */
  opened: boolean
  /** @param templateId her letterhead or cover */
  onSave: (templateId: number) => void
}

/** Letterheads and covers of hers, as lines of a menu of saving. */
export function TemplateItems({ opened, onSave }: TemplateItemsProps) {
  const go = useGo()
  const templates = useCall('templates.options', { kinds: ['letterhead', 'cover'] }, { enabled: opened })
  return (
    <>
      <Menu.Label>На бланке или с обложкой</Menu.Label>
      {(templates.data ?? []).map((one) => (
        <Menu.Item key={one.id} onClick={() => onSave(one.id)}>
          {one.name}
        </Menu.Item>
      ))}
      <Menu.Item onClick={() => go('/letters/templates')}>Добавить бланк…</Menu.Item>
    </>
  )
}
