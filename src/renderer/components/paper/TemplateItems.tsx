import { Menu } from '@mantine/core'
import { useGo } from '../../app/navigation'
import { useCall } from '../../app/queries'

export interface TemplateItemsProps {
  /** Whether the menu is open: templates are asked for then. */
  opened: boolean
  /** What the papers of this menu are saved on; absent where the choice itself saves the only one. */
  chosen?: number | null
  /** @param templateId her letterhead or cover; null: none */
  onChoose: (templateId: number | null) => void
}

/** Letterheads and covers of hers, as lines of a menu of saving. */
export function TemplateItems({ opened, chosen, onChoose }: TemplateItemsProps) {
  const go = useGo()
  const templates = useCall('templates.options', { kinds: ['letterhead', 'cover'] }, { enabled: opened })
  const found = templates.data ?? []
  const lines = [
    ...(found.length > 0 ? [{ id: null, name: 'Без бланка' }] : []),
    ...found.map(({ id, name, byDefault }) => ({ id, name: byDefault ? `${name} (по умолчанию)` : name })),
  ]
  return (
    <>
      <Menu.Label>На бланке или с обложкой</Menu.Label>
      {chosen === undefined ? (
        lines.map(({ id, name }) => (
          <Menu.Item key={id} onClick={() => onChoose(id)}>
            {name}
          </Menu.Item>
        ))
      ) : (
        <Menu.RadioGroup value={String(chosen)} onChange={(id) => onChoose(id === 'null' ? null : Number(id))}>
          {lines.map(({ id, name }) => (
            <Menu.RadioItem key={id} value={String(id)}>
              {name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      )}
      <Menu.Item onClick={() => go('/letters/templates')}>Добавить бланк…</Menu.Item>
    </>
  )
}
