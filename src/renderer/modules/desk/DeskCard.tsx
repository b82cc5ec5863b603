import { Group, Paper, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import type { AppModule } from '../../app/modules'
import classes from './Desk.module.css'

export interface DeskCardProps {
  id: string
  title: string
  icon: AppModule['icon']
  /** At the right of the title. */
  aside?: ReactNode
  children: ReactNode
}

/** One of the cards at the top of the desk. */
export function DeskCard({ id, title, icon: Icon, aside, children }: DeskCardProps) {
  return (
    <Paper withBorder component="section" className={classes.card} aria-labelledby={`desk-${id}`}>
      <Group justify="space-between" wrap="nowrap" mb={6}>
        <Group gap="xs" wrap="nowrap">
          <Icon size={18} aria-hidden />
          <Title order={2} size="h4" id={`desk-${id}`}>
            {title}
          </Title>
        </Group>
        {aside}
      </Group>
      {children}
    </Paper>
  )
}
