import { Button, Group, Modal, Text } from '@mantine/core'
import { counted } from '@shared/domain/text/plural'
import { useGo } from '../../../app/navigation'
import classes from './Dialogs.module.css'

export interface LeftPaper {
  id: number
  file: string
  message: string
}

const papers = ['документ', 'документа', 'документов'] as const

/** Papers that could not be saved with the others, each with its reason and the way to it. */
export function LeftDialog(props: { saved: number; papers: readonly LeftPaper[]; onClose: () => void }) {
  const go = useGo()
  return (
    <Modal opened onClose={props.onClose} title="Не всё сохранено" size="lg">
      <Text size="sm" mb="sm">
        {props.saved > 0 ? `Сохранено: ${counted(props.saved, papers)}. ` : ''}
        Не сохранено: {counted(props.papers.length, papers)}.
      </Text>
      <ul className={classes.left}>
        {props.papers.map((paper) => (
          <li key={paper.id}>
            <b>{paper.file}</b>
            <span>{paper.message}</span>
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => go(`/old-papers/${paper.id}`)}
              aria-label={`Открыть «${paper.file}»`}
            >
              Открыть
            </Button>
          </li>
        ))}
      </ul>
      <Group justify="flex-end" mt="lg">
        <Button onClick={props.onClose} data-autofocus>
          Закрыть
        </Button>
      </Group>
    </Modal>
  )
}
