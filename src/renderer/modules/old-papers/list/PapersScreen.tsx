import { Button } from '@mantine/core'
import { oldPaperList } from '@shared/contract/old-papers'
import { counted } from '@shared/domain/text/plural'
import {
  IconArchive,
  IconArrowBackUp,
  IconDeviceFloppy,
  IconFileImport,
  IconFileTypeDocx,
  IconTrash,
} from '@tabler/icons-react'
import { useState } from 'react'
import { call } from '../../../app/api'
import { useGo } from '../../../app/navigation'
import { undoLast } from '../../../app/queries'
import { showDone, showError } from '../../../app/toasts'
import { DataGrid } from '../../../components/DataGrid/DataGrid'
import type { GridRow } from '../../../components/DataGrid/model/rows'
import { ListEmpty } from '../../../components/ListEmpty'
import { DropDialog } from './DropDialog'
import { LeftDialog, type LeftPaper } from './LeftDialog'

const papers = ['документ', 'документа', 'документов'] as const

/** /old-papers — every paper that was read in, and what became of it. */
export function PapersScreen() {
  const go = useGo()
  const [left, setLeft] = useState<{ saved: number; papers: readonly LeftPaper[] } | null>(null)
  const [dropping, setDropping] = useState<readonly number[] | null>(null)
  const load = (
    <Button size="xs" leftSection={<IconFileImport size={16} aria-hidden />} onClick={() => go('/old-papers/new')}>
      Загрузить из Word
    </Button>
  )
  return (
    <>
      <DataGrid
        spec={oldPaperList}
        onOpen={(row) => go(`/old-papers/${row.id}`)}
        rowTone={toneOf}
        rowActions={[
          {
            title: 'Сохранить выбранные',
            icon: IconDeviceFloppy,
            run: (ids) => void save(ids).then(setLeft, showError),
          },
          { title: 'Отложить', icon: IconArchive, apart: true, run: (ids) => void dismiss(ids, true) },
          { title: 'Вернуть на проверку', icon: IconArrowBackUp, run: (ids) => void dismiss(ids, false) },
          { title: 'Убрать из списка…', icon: IconTrash, apart: true, run: setDropping },
        ]}
        toolbar={load}
        emptyState={
          <ListEmpty
            icon={IconFileTypeDocx}
            title="Документов ещё не загружали"
            text="Протоколы и дорожные карты прошлых лет можно загрузить из Word целой папкой. Программа разложит их по полям, вы проверите рядом с исходным документом и сохраните."
            action={load}
          />
        }
      />
      {left && <LeftDialog saved={left.saved} papers={left.papers} onClose={() => setLeft(null)} />}
      {dropping && (
        <DropDialog count={dropping.length} onDrop={() => drop(dropping)} onClose={() => setDropping(null)} />
      )}
    </>
  )
}

/** All in one step; answers what was left, null when nothing was. */
async function save(ids: readonly number[]): Promise<{ saved: number; papers: readonly LeftPaper[] } | null> {
  const { saved, left } = await call('oldPapers.save', { ids: [...ids] })
  if (saved.length > 0) {
    showDone(`Сохранено: ${counted(saved.length, papers)}`, { label: 'Отменить', run: () => void undoLast() })
  }
  if (left.length === 0) return null
  const { rows } = await call('oldPapers.list', { limit: 1000 })
  const fileOf = new Map(rows.map((row) => [row.id, row.file]))
  return {
    saved: saved.length,
    papers: left.map(({ id, message }) => ({ id, file: fileOf.get(id) ?? `Документ № ${id}`, message })),
  }
}

async function dismiss(ids: readonly number[], dismissed: boolean): Promise<void> {
  try {
    await call('oldPapers.dismiss', { ids: [...ids], dismissed })
    const back = () => void dismiss(ids, !dismissed)
    const said = `${dismissed ? 'Отложено' : 'Возвращено на проверку'}: ${counted(ids.length, papers)}`
    showDone(said, dismissed ? { label: 'Вернуть', run: back } : undefined)
  } catch (error) {
    showError(error)
  }
}

async function drop(ids: readonly number[]): Promise<void> {
  try {
    await call('oldPapers.drop', { ids: [...ids] })
    showDone('Документы убраны из списка. Сами файлы остались на месте.')
  } catch (error) {
    showError(error)
  }
}

function toneOf(row: GridRow): 'danger' | 'muted' | null {
  if (row.state === 'failed') return 'danger'
  return row.state === 'review' ? null : 'muted'
}
