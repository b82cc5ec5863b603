import { ActionIcon, Group, Tabs, Text, Title, Tooltip } from '@mantine/core'
import { IconAlertCircle, IconArrowsMaximize, IconArrowsMinimize, IconX } from '@tabler/icons-react'
import { type FocusEvent, type KeyboardEvent, type ReactNode, useState } from 'react'
import { History } from './History'
import { useFullPanel } from './ListAndPanel'
import classes from './RecordPanel.module.css'

export interface RecordTab {
  id: string
  title: string
  /** Count or mark beside the title: «3». */
  mark?: ReactNode
  /** Something in it is refused. */
  isFaulty?: boolean
  content: ReactNode
}

export interface RecordPanelProps {
  title: string
  /** Under the title: state, warnings. */
  subtitle?: ReactNode
  tabs: readonly RecordTab[]
  /** Adds the «История» tab; leave out for a record not yet saved. */
  history?: { record: string; id: number } | null
  /** Buttons at the right of the title. */
  actions?: ReactNode
  /** Above the tabs: conflict, restored draft, duplicate warnings. */
  banner?: ReactNode
  onClose: () => void
  /** Autosave listens here for fields being left. */
  onBlur?: (event: FocusEvent) => void
}

/** The editor of one record. Put it into `ListAndPanel`, which makes it resizable. */
export function RecordPanel(props: RecordPanelProps) {
  const { tabs, history, onClose } = props
  const [tab, setTab] = useState<string | null>(tabs[0]?.id ?? null)
  const full = useFullPanel()

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    // Lists and dialogs opened from a field have the key first; theirs bubble here through the tree of components.
    const { target } = event
    if (!(target instanceof Element) || !event.currentTarget.contains(target)) return
    if (target.closest('[data-expanded]') !== null || target.getAttribute('aria-expanded') === 'true') return
    event.preventDefault()
    onClose()
  }
  return (
    <section
      className={classes.panel}
      tabIndex={-1}
      data-record-panel
      aria-label={props.title}
      onKeyDown={onKeyDown}
      onBlur={props.onBlur}
    >
      <header className={classes.head}>
        <div className={classes.titles}>
          <Title order={2} size="h4" lineClamp={2}>
            {props.title}
          </Title>
          {props.subtitle && (
            <Text size="xs" c="dimmed" component="div">
              {props.subtitle}
            </Text>
          )}
        </div>
        <Group gap={4} wrap="nowrap">
          {props.actions}
          {full && (
            <Tooltip label={full.value ? 'Вернуть список' : 'На всё окно'}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={full.value ? 'Вернуть список' : 'Развернуть на всё окно'}
                onClick={() => full.set(!full.value)}
              >
                {full.value ? (
                  <IconArrowsMinimize size={18} aria-hidden />
                ) : (
                  <IconArrowsMaximize size={18} aria-hidden />
                )}
              </ActionIcon>
            </Tooltip>
          )}
          <Tooltip label="Закрыть (Esc)">
            <ActionIcon variant="subtle" color="gray" aria-label="Закрыть карточку" onClick={onClose}>
              <IconX size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Group>
      </header>
      {props.banner}
      <Tabs value={tab} onChange={setTab} keepMounted={false} className={classes.tabs}>
        <Tabs.List className={classes.tabList}>
          {tabs.map((one) => (
            <Tabs.Tab
              key={one.id}
              value={one.id}
              className={classes.tab}
              rightSection={
                one.isFaulty ? (
                  <IconAlertCircle size={15} role="img" aria-label="нужно исправить" className={classes.fault} />
                ) : (
                  one.mark
                )
              }
            >
              {one.title}
            </Tabs.Tab>
          ))}
          {history && (
            <Tabs.Tab value="history" className={classes.tab}>
              История
            </Tabs.Tab>
          )}
        </Tabs.List>
        {tabs.map((one) => (
          <Tabs.Panel key={one.id} value={one.id} className={classes.body}>
            {one.content}
          </Tabs.Panel>
        ))}
        {history && (
          // Nothing in it takes the focus, so the scrolled text itself must.
          <Tabs.Panel value="history" className={classes.body} tabIndex={0}>
            <History record={history.record} id={history.id} />
          </Tabs.Panel>
        )}
      </Tabs>
    </section>
  )
}
