import { useEffect, useRef, useState } from 'react'

/** A value that follows another after a pause; while changes do not cease, `atLeastMs` after the first of them. */
export function useRested<T>(value: T, restMs: number, atLeastMs: number): T {
  const [rested, setRested] = useState(value)
  const waitingSince = useRef<number | null>(null)
  useEffect(() => {
    const now = performance.now()
    waitingSince.current ??= now
    const wait = Math.max(0, Math.min(restMs, waitingSince.current + atLeastMs - now))
    const timer = setTimeout(() => {
      waitingSince.current = null
      setRested(value)
    }, wait)
    return () => clearTimeout(timer)
  }, [value, restMs, atLeastMs])
  return rested
}
