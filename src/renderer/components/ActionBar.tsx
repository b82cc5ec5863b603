import { Button, Text } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import classes from './ActionBar.module.css'

interface Action {
  label: string
  run: () => void
  disabled?: boolean
}

interface ActionBarProps {
  back?: Action | undefined
  /** What this step leads to; Ctrl+Enter does it from anywhere on the page. */
  next: Action | null
  /** Further buttons between them. */
  children?: ReactNode
  note?: string | null
}

/** The foot of a step. */
export function ActionBar({ back, next, children, note }: ActionBarProps) {
  const latest = useRef(next)
  useEffect(() => {
    latest.current = next
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !event.ctrlKey || event.defaultPrevented) return
      if (latest.current === null || latest.current.disabled) return
      event.preventDefault()
      latest.current.run()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
  return (
    <footer className={classes.actions}>
      {back && (
        <Button variant="default" onClick={back.run} disabled={back.disabled ?? false}>
          {back.label}
        </Button>
      )}
      <span className={classes.spring} />
      {note && (
        <Text size="sm" c="dimmed" role="status">
          {note}
        </Text>
      )}
      {children}
      {next && (
        <Button
          onClick={next.run}
          disabled={next.disabled ?? false}
          title="Ctrl+Enter"
          aria-keyshortcuts="Control+Enter"
        >
          {next.label}
        </Button>
      )}
    </footer>
  )
}
