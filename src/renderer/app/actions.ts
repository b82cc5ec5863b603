import { useEffect, useRef } from 'react'
import { subscribe } from './api'

/**
 * Actions of the native menu and of keys, by name. The place on screen that can do one takes it («find» — the list shown
 * now); the latest to come wins, so a dialog over a list has the first say.
 */
type Handler = (action: string) => void

const handlers = new Map<string, Handler[]>()

export function onAction(action: string, handler: Handler): () => void {
  const list = handlers.get(action) ?? []
  handlers.set(action, [...list, handler])
  return () => {
    const now = handlers.get(action) ?? []
    handlers.set(
      action,
      now.filter((one) => one !== handler),
    )
  }
}

/** Answers whether someone took it. */
export function act(action: string): boolean {
  const handler = handlers.get(action)?.at(-1) ?? handlers.get('*')?.at(-1)
  handler?.(action)
  return handler !== undefined
}

/** Takes an action while the component is shown. */
export function useAction(action: string, handler: Handler): void {
  const latest = useRef(handler)
  useEffect(() => {
    latest.current = handler
  })
  useEffect(() => onAction(action, (name) => latest.current(name)), [action])
}

export function followMenu(): () => void {
  return subscribe('menu', ({ action }) => {
    act(action)
  })
}
