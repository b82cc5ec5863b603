import { Menu, Portal } from '@mantine/core'
import type { ReactNode } from 'react'

/** Where the menu hangs, in pixels of the window. */
export interface MenuAt {
  x: number
  y: number
}

export interface GridMenuItem {
  title: string
  /** Keys that do the same. */
  keys?: string
  run: () => void
  /** Why it cannot be done here; null when it can. */
  reason: string | null
}

/** The menu of the marked cells: the right button, Shift+F10, the menu key. */
export function GridMenu(props: {
  at: MenuAt | null
  parts: readonly (readonly GridMenuItem[])[]
  onClose: () => void
}) {
  if (!props.at) return null
  return (
    <Menu
      opened
      onClose={props.onClose}
      position="bottom-start"
      withinPortal
      shadow="md"
      width={300}
      offset={0}
      returnFocus={false}
      withInitialFocusPlaceholder={false}
      // A cell at the sheet's edge counts as out of sight, and the menu would be hidden with it.
      hideDetached={false}
      // Not the key that has just opened it.
      clickOutsideEvents={['mousedown', 'touchstart']}
    >
      {/* The list is a container of its own, in which a fixed place would not be the window's. */}
      <Portal>
        <Menu.Target>
          <button
            type="button"
            tabIndex={-1}
            aria-label="Действия с ячейками"
            style={{
              position: 'fixed',
              left: props.at.x,
              top: props.at.y,
              width: 1,
              height: 1,
              padding: 0,
              opacity: 0,
            }}
          />
        </Menu.Target>
      </Portal>
      <Menu.Dropdown aria-label="Действия с ячейками">
        {props.parts.flatMap((part, index): ReactNode[] => [
          ...(index > 0 ? [<Menu.Divider key={`divider-${part[0]?.title}`} />] : []),
          ...part.map((item) => (
            <Menu.Item
              key={item.title}
              disabled={item.reason !== null}
              title={item.reason ?? undefined}
              onClick={item.run}
              rightSection={item.keys ? <kbd style={{ fontSize: 12, opacity: 0.75 }}>{item.keys}</kbd> : null}
            >
              {item.title}
            </Menu.Item>
          )),
        ])}
      </Menu.Dropdown>
    </Menu>
  )
}
