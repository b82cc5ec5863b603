import type { OldPaper } from '@shared/contract/old-papers'
import { useState } from 'react'
import { call } from '../../../app/api'
import { placeOf } from '../../../app/modules'
import { useGo } from '../../../app/navigation'
import { undoLast } from '../../../app/queries'
import { showDone, showError } from '../../../app/toasts'
import type { Reviewing } from './useReviewing'

export interface Saving {
  /** Makes the record; then opens it, or the next paper that waits. */
  save: (then: 'open' | 'next') => Promise<void>
  dismiss: () => Promise<void>
  busy: boolean
}

/** The end of a review. */
export function useSaving(paper: OldPaper, reviewing: Reviewing, onRefused: (path: string) => void): Saving {
  const go = useGo()
  const [busy, setBusy] = useState(false)
  const { id } = paper

  const finish = async (then: 'open' | 'next') => {
    await reviewing.settle()
    const { saved, left } = await call('oldPapers.save', { ids: [id] })
    const [refused] = left
    if (refused) {
      reviewing.refuse({ message: refused.message, path: refused.path })
      onRefused(refused.path)
      return
    }
    const [record] = saved
    if (!record) return
    // Undone, the record is gone: the review is the place to be.
    const undo = () => void undoLast().then(() => go(`/old-papers/${id}`))
    const name = record.record === 'meeting' ? 'Протокол сохранён' : 'Дорожная карта сохранена'
    showDone(`${name}: «${paper.file}»`, { label: 'Отменить', run: undo })
    const next = then === 'next' ? await nextToReview(id) : null
    if (then === 'next' && next === null) showDone('Больше проверять нечего: это был последний документ.')
    go(next === null ? (placeOf(record.record, record.recordId) ?? '/old-papers') : `/old-papers/${next}`)
  }
  const run = async (work: () => Promise<void>) => {
    setBusy(true)
    try {
      await work()
    } catch (error) {
      showError(error)
    } finally {
      setBusy(false)
    }
  }
  return {
    busy,
    save: (then) => run(() => finish(then)),
    dismiss: () =>
      run(async () => {
        await reviewing.autosave.flush()
        const dismissed = paper.state !== 'dismissed'
        await call('oldPapers.dismiss', { ids: [id], dismissed })
        if (!dismissed) return
        showDone(`Отложен: «${paper.file}»`, {
          label: 'Вернуть',
          run: () =>
            void call('oldPapers.dismiss', { ids: [id], dismissed: false }).then(() => go(`/old-papers/${id}`)),
        })
        go('/old-papers')
      }),
  }
}

/** In the order they were read, from this one on and then from the first. */
async function nextToReview(id: number): Promise<number | null> {
  const { rows } = await call('oldPapers.list', {
    filters: [{ op: 'in', column: 'state', values: ['review'] }],
    sort: [{ column: 'file', desc: false }],
    limit: 1000,
  })
  const waiting = rows.map((row) => row.id).filter((one) => one !== id)
  const later = waiting.filter((one) => one > id)
  return Math.min(...(later.length > 0 ? later : waiting.length > 0 ? waiting : [0])) || null
}
