import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconChevronDown, IconDeviceFloppy, IconFileTypeDocx } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { TemplateItems } from './TemplateItems'
import { useDefaultTemplate } from './useDefaultTemplate'
import classes from './WordButton.module.css'

export interface WordButtonProps {
  /** What is saved, without a word of a letterhead. */
  label?: string
  disabled?: boolean
  size?: 'sm' | 'compact-md'
  variant?: 'filled' | 'default'
  /** What she uses by default goes before the paper: a cover, not a letterhead. */
  cover?: boolean
  /** Other papers in the same menu; the letterhead chosen there is for all of them. */
  papers?: (templateId: number | null) => ReactNode
  /** Lines of the menu that need no letterhead: the printer, Excel. */
  more?: ReactNode
  /** @param templateId her letterhead or cover; null: the paper as it is */
  onSave: (templateId: number | null) => void
}

/**
 * «Сохранить в Word»: on the letterhead she uses by default, if there is one, and beside it without; in the menu on any other. The one way for
 * every paper.
 */
export function WordButton({
  label = 'Сохранить в Word',
  disabled = false,
  size = 'sm',
  variant = 'filled',
  cover = false,
  papers,
  more,
  onSave,
}: WordButtonProps) {
  const [opened, setOpened] = useState(false)
  const usual = useDefaultTemplate(cover ? 'cover' : 'letterhead')
  // Until she chooses, as she usually does.
  const [chosen, setChosen] = useState<number | null | undefined>(undefined)
  const templateId = chosen === undefined ? (usual?.id ?? null) : chosen
  const Icon = label === 'Сохранить в Word' ? IconDeviceFloppy : IconFileTypeDocx
  const iconSize = size === 'sm' ? 18 : 16
  return (
    <div className={classes.group}>
      <div className={classes.pair}>
        <Button
          size={size}
          variant={variant}
          className={classes.main}
          leftSection={<Icon size={iconSize} aria-hidden />}
          disabled={disabled}
          title={templateId !== null && templateId === usual?.id ? `«${usual.name}»` : undefined}
          onClick={() => onSave(templateId)}
        >
          {templateId === null ? label : onTemplate(label, cover)}
        </Button>
        <Menu position="bottom-end" withinPortal opened={opened} onChange={setOpened}>
          <Menu.Target>
            <ActionIcon
              size={size === 'sm' ? 36 : 30}
              variant={variant}
              className={classes.arrow}
              aria-label={papers || more ? 'Другие файлы и печать' : 'Выбрать бланк'}
              disabled={disabled}
            >
              <IconChevronDown size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {papers?.(templateId)}
            {more}
            {(papers || more) && <Menu.Divider />}
            {papers ? (
              <TemplateItems opened={opened} chosen={templateId} onChoose={setChosen} />
            ) : (
              <TemplateItems opened={opened} onChoose={onSave} />
            )}
          </Menu.Dropdown>
        </Menu>
      </div>
      {templateId !== null && (
        <Button
          size={size}
          variant="default"
          className={classes.plain}
          disabled={disabled}
          onClick={() => onSave(null)}
        >
          {cover ? 'Без обложки' : 'Без бланка'}
        </Button>
      )}
    </div>
  )
}

/** «Word на бланке», «Лист обмена на бланке»: short, since «Без бланка» stands beside. */
function onTemplate(label: string, cover: boolean): string {
  const what = label === 'Сохранить в Word' ? 'Word' : label.replace(/ в Word$/u, '')
  return `${what} ${cover ? 'с обложкой' : 'на бланке'}`
}
