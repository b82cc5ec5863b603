import { Stack, Text, Title } from '@mantine/core'
import type { ComponentType, ReactNode } from 'react'

export interface ListEmptyProps {
  icon: ComponentType<{ size?: number | string; stroke?: number | string }>
  title: string
  /** What this list is for and what to do first. */
  text: ReactNode
  action?: ReactNode
}

/** An empty list teaches its first step. */
export function ListEmpty({ icon: Icon, title, text, action }: ListEmptyProps) {
  return (
    <Stack align="center" gap="xs" maw={460}>
      <Icon size={40} stroke={1.3} aria-hidden />
      <Title order={2} size="h3" ta="center">
        {title}
      </Title>
      <Text c="dimmed" ta="center">
        {text}
      </Text>
      {action}
    </Stack>
  )
}
