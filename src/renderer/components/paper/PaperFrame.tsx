import { Alert, Button, Stack } from '@mantine/core'
import type { Paper } from '@shared/papers/model'
import { IconArrowLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useGo } from '../../app/navigation'
import { errorSentence } from '../../app/toasts'
import { Pages } from './Pages'
import classes from './PaperFrame.module.css'

export interface PaperFrameProps {
  /** As it will print, or its beginning; null while it is being made. */
  paper: Paper | null
  /** Why it cannot be made. */
  error?: Error | null
  /** Which paper, and what to do with it. */
  children: ReactNode
}

/** A paper, and beside it what it is to be and where it goes. */
export function PaperFrame({ paper, error = null, children }: PaperFrameProps) {
  return (
    <div className={classes.frame}>
      <aside className={classes.side} aria-label="Что печатать">
        <Stack gap="sm">{children}</Stack>
      </aside>
      <div className={classes.pages}>
        {error !== null ? (
          <Alert color="red" m="md" title="Документ не собран">
            {errorSentence(error)}
          </Alert>
        ) : (
          paper && <Pages paper={paper} zoom="fit" />
        )}
      </div>
    </div>
  )
}

/** Where the paper was come from. */
export function PaperBack({ to, children }: { to: string; children: ReactNode }) {
  const go = useGo()
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      className={classes.back}
      leftSection={<IconArrowLeft size={16} aria-hidden />}
      onClick={() => go(to)}
    >
      {children}
    </Button>
  )
}
