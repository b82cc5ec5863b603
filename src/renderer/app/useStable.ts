import { useLayoutEffect, useMemo, useRef } from 'react'

type Actions = Readonly<Record<string, (...args: never[]) => unknown>>

/** The same functions at every drawing, each doing what its latest self does: a part that only calls them is not drawn anew. */
export function useStable<A extends Actions>(actions: A): A {
  const latest = useRef(actions)
  useLayoutEffect(() => {
    latest.current = actions
  })
  const names = Object.keys(actions).join()
  return useMemo(() => {
    const entries = names.split(',').map((name) => [name, (...args: never[]) => latest.current[name]?.(...args)])
    return Object.fromEntries(entries) as A
  }, [names])
}
