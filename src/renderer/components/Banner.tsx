import type { ReactNode } from 'react'
import classes from './Banner.module.css'

/** What an editor has to say about the whole document, in one quiet line under its title. */
export function Banner({
  tone,
  icon,
  children,
}: {
  tone: 'calm' | 'warning' | 'danger'
  icon: ReactNode
  children: ReactNode
}) {
  return (
    <div className={classes.banner} data-tone={tone}>
      {icon}
      {children}
    </div>
  )
}
