import { Skeleton, Stack } from '@mantine/core'
import type { OldPaper } from '@shared/contract/old-papers'
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useCall } from '../../../app/queries'
import { type DraftFound, useDraft } from '../../../app/useAutosave'
import { FailedPaper } from './FailedPaper'
import { Review } from './Review'
import { SavedPaper } from './SavedPaper'

/** /old-papers/:id — a paper beside what was understood of it; a saved one only to be read. */
export function ReviewPage() {
  const params: { id?: string } = useParams({ strict: false })
  const id = Number(params.id)
  return <Loaded key={id} id={id} />
}

function Loaded({ id }: { id: number }) {
  useNothingSelected()
  const paper = useCall('oldPapers.get', { id })
  const draft = useDraft(`old-paper:${id}`)
  if (paper.error) return <FailedPaper id={id} error={paper.error} />
  if (!paper.data || draft === undefined) {
    return (
      <Stack p="md" gap="sm" aria-busy>
        <Skeleton height={30} width="40%" />
        <Skeleton height={400} />
      </Stack>
    )
  }
  return <Opened paper={paper.data} draft={draft} />
}

function Opened({ paper, draft }: { paper: OldPaper; draft: DraftFound }) {
  if (paper.state === 'saved') return <SavedPaper paper={paper} />
  return <Review paper={paper} draft={draft} />
}

/** A file name double-clicked in the list opens at the first click: the second would select all of the page. */
function useNothingSelected(): void {
  useEffect(() => {
    const clear = () => window.getSelection()?.removeAllRanges()
    clear()
    const timer = setTimeout(clear, 350)
    return () => clearTimeout(timer)
  }, [])
}
