import type { StoreState } from '@shared/contract/app'
import { useEffect, useState } from 'react'
import { call, subscribe } from './api'
import { queryClient } from './queries'
import { showDone } from './toasts'

/** State of the store process as the shell sees it. */
export function useStoreState(): StoreState {
  const [state, setState] = useState<StoreState>({ state: 'starting' })
  useEffect(() => {
    let heard = false
    const stop = subscribe('store', (next) => {
      heard = true
      setState(next)
      if (next.state === 'ready' && next.restarted) {
        void queryClient.invalidateQueries()
        showDone('Хранилище данных перезапущено. Можно работать дальше.')
      }
    })
    // An event that came while we were asking is newer than the answer.
    void call('shell.storeState', {}).then((first) => {
      if (!heard) setState(first)
    })
    return stop
  }, [])
  return state
}
