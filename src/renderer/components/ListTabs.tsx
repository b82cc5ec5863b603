import { type ReactNode, useEffect, useRef } from 'react'
import classes from './ListTabs.module.css'

export interface ListTab {
  path: string
  title: string
}

/** Lists of one kind of record, side by side above the sheet: «Люди · Места работы · Курсы». */
export function ListTabs({ label, tabs, here, children }: ListTabsProps) {
  const strip = useRef<HTMLElement>(null)
  useEffect(() => {
    strip.current?.querySelector(`[href="#${here}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [here])
  return (
    <div className={classes.root}>
      <nav ref={strip} className={classes.tabs} aria-label={label}>
        {tabs.map((tab) => (
          <a
            key={tab.path}
            className={classes.tab}
            href={`#${tab.path}`}
            aria-current={tab.path === here ? 'page' : undefined}
          >
            {tab.title}
          </a>
        ))}
      </nav>
      <div className={classes.list}>{children}</div>
    </div>
  )
}

export interface ListTabsProps {
  /** What the tabs choose between, for a screen reader. */
  label: string
  tabs: readonly ListTab[]
  /** Path of the list shown. */
  here: string
  children: ReactNode
}
