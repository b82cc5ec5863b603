import { listBackups } from '../database/backup'
import type { DataFolder } from '../database/folder'
import type { Router } from '../router'

const minute = 60_000
/** First look after the window is up, then between looks; and how old the newest backup may be. */
const firstLook = 20_000
const everyLook = 10 * minute
const oldest = 4 * 60 * minute

/** Makes backups by itself, in a job thread, when there are changes newer than the newest backup. */
export function startBackupTimer(router: Router, folder: DataFolder): () => void {
  let lastChange = ''
  const look = async (reason: 'start' | 'timer'): Promise<void> => {
    const status = await router.call('app.status', {})
    if (!status.ok) return
    const { lastChangeAt, initialised } = status.value as { lastChangeAt: string | null; initialised: boolean }
    if (!initialised || lastChangeAt === null || lastChangeAt === lastChange) return
    // One from the future is the trace of a wrong clock: were it counted, no more would be made until then.
    const newest = listBackups(folder).find((one) => new Date(one.madeAt).getTime() <= Date.now())
    const age = newest ? Date.now() - new Date(newest.madeAt).getTime() : Number.POSITIVE_INFINITY
    if (reason === 'timer' && age < oldest) return
    if (newest && new Date(newest.madeAt).getTime() > new Date(lastChangeAt).getTime()) return
    const made = await router.call('backups.make', { reason })
    if (made.ok) lastChange = lastChangeAt
  }
  const lookSafely = (reason: 'start' | 'timer'): void => {
    look(reason).catch((error: unknown) => console.error(error))
  }
  const first = setTimeout(() => lookSafely('start'), firstLook)
  const timer = setInterval(() => lookSafely('timer'), everyLook)
  first.unref()
  timer.unref()
  return () => {
    clearTimeout(first)
    clearInterval(timer)
  }
}
