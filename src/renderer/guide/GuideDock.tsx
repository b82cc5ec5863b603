import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import classes from './Guide.module.css'
import { useGuide } from './state'

const GuidePanel = lazy(async () => ({ default: (await import('./GuidePanel')).GuidePanel }))

/** Everything the window shows, and the guide beside it once it is asked for. Closing it gives the keyboard back. */
export function GuideDock({ children }: { children: ReactNode }) {
  const { isOpen } = useGuide()
  const [isFull, setFull] = useState(false)
  const before = useRef<Element | null>(null)
  useEffect(() => {
    if (!isOpen) return
    before.current = document.activeElement
    return () => {
      if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true })
    }
  }, [isOpen])
  return (
    <div className={classes.dock}>
      <div className={classes.work} hidden={isOpen && isFull}>
        {children}
      </div>
      {isOpen && (
        <Suspense fallback={null}>
          <GuidePanel isFull={isFull} onFull={setFull} />
        </Suspense>
      )}
    </div>
  )
}
