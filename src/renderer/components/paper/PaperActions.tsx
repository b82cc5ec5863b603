import { Button, Group } from '@mantine/core'
import type { Paper } from '@shared/papers/model'
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react'
import { useAction } from '../../app/actions'
import { printPaper } from './files'
import { WordButton } from './WordButton'

export interface PaperActionsProps {
  disabled: boolean
  /** The whole paper, however little of it is shown; null: there is nothing to print. */
  whole: () => Paper | null
  /** @param templateId her letterhead or cover; null: the paper as it is */
  onWord: (templateId: number | null) => void
}

/** What is done with a paper: Word, the printer (by its key too), PDF. */
export function PaperActions({ disabled, whole, onWord }: PaperActionsProps) {
  const print = (to: 'printer' | 'pdf') => {
    const paper = disabled ? null : whole()
    if (paper) void printPaper(paper, to)
  }
  useAction('print', () => print('printer'))
  return (
    <>
      <WordButton disabled={disabled} onSave={onWord} />
      <Group gap="xs" grow>
        <Button
          variant="default"
          px="xs"
          leftSection={<IconPrinter size={18} aria-hidden />}
          disabled={disabled}
          onClick={() => print('printer')}
        >
          Печать
        </Button>
        <Button
          variant="default"
          px="xs"
          leftSection={<IconFileTypePdf size={18} aria-hidden />}
          disabled={disabled}
          onClick={() => print('pdf')}
        >
          PDF
        </Button>
      </Group>
    </>
  )
}
