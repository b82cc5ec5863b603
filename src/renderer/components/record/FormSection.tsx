import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './FormSection.module.css'

/** A titled part of a form; fields flow in two columns where there is room. */
export function FormSection({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section className={classes.section}>
      {title && (
        <Title order={3} size="h4" className={classes.title}>
          {title}
        </Title>
      )}
      {children}
    </section>
  )
}

/** Fields in columns; `wide` ones take the whole line. */
export function FieldGrid({ children }: { children: ReactNode }) {
  return <div className={classes.grid}>{children}</div>
}

export function Wide({ children }: { children: ReactNode }) {
  return <div className={classes.wide}>{children}</div>
}
