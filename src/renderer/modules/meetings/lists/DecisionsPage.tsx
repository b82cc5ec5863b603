import { Button } from '@mantine/core'
import { decisionList } from '@shared/contract/meetings'
import { IconGavel } from '@tabler/icons-react'
import { useGo, useOpenRecord } from '../../../app/navigation'
import { DataGrid } from '../../../components/DataGrid/DataGrid'
import { ListAndPanel } from '../../../components/ListAndPanel'
import { ListEmpty } from '../../../components/ListEmpty'
import { DecisionPanel } from './DecisionPanel'

/** /decisions — who promised what by when, and whether it was done. */
export function DecisionsPage() {
  const [open, setOpen] = useOpenRecord('/decisions')
  const go = useGo()
  return (
    <ListAndPanel
      name="decisions"
      list={
        <DataGrid
          spec={decisionList}
          onOpen={(row) => setOpen(row.id)}
          openId={typeof open === 'number' ? open : null}
          toolbar={
            <Button size="xs" variant="default" onClick={() => go('/letters/papers?kind=decisions')}>
              Реестр в Word
            </Button>
          }
          rowTone={(row) => tones[String(row.state)] ?? null}
          emptyState={
            <ListEmpty
              icon={IconGavel}
              title="Решений пока нет"
              text="Решения попадают сюда из протоколов: кому поручено, к какому сроку и выполнено ли."
              action={<Button onClick={() => go('/meetings/new')}>Создать протокол</Button>}
            />
          }
        />
      }
      panel={typeof open === 'number' ? <DecisionPanel key={open} id={open} onClose={() => setOpen(null)} /> : null}
    />
  )
}

const tones: Readonly<Record<string, 'danger' | 'muted'>> = {
  overdue: 'danger',
  done: 'muted',
}
