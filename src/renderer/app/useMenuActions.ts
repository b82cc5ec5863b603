import { AppError } from '@shared/errors'
import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useAction } from './actions'
import { call } from './api'
import { flushAll } from './flush'
import { placeOfSection } from './modules'
import { useGo } from './navigation'
import { redoLast, undoLast } from './queries'
import { saveSummary } from './saveState'
import { showDone, showError } from './toasts'

/** What the native menu and the window's keys do, where no screen takes it for itself. */
export function useMenuActions(): void {
  const go = useGo()
  const router = useRouter()
  useAction('undo', () => void undoLast())
  useAction('redo', () => void redoLast())
  useAction('save', () => void saveNow())
  useAction('back', () => router.history.back())
  useAction('forward', () => router.history.forward())
  useAction('backup', () => void makeBackup())
  useAction('restore', () => void restoreBackup())
  useAction('new:meeting', () => go('/meetings/new'))
  useAction('import', () => go('/imports/new'))
  useAction('import:papers', () => go('/old-papers/new'))
  useAction('*', (action) => {
    const place = action.startsWith('go:') ? placeOfSection(action.slice('go:'.length)) : null
    if (place !== null) go(place)
    else showDone('На этом экране такого действия нет. Откройте нужную запись.')
  })
  // Nothing else is listening yet when the page has only just loaded.
  useEffect(() => {
    document.title = 'Методист'
  }, [])
}

/** Everything is saved already; the habit gets its answer — the true one. */
async function saveNow(): Promise<void> {
  await flushAll()
  const { state, error } = saveSummary()
  if (state === 'error') {
    showError(
      new AppError(
        'invalid-input',
        `Не записано: ${error ?? 'проверьте выделенные поля.'} Введённое лежит в черновике.`,
      ),
    )
    return
  }
  showDone('Сохранено. Программа записывает изменения сама.')
}

async function makeBackup(): Promise<void> {
  try {
    await flushAll()
    await call('backups.make', {})
    showDone('Резервная копия сделана и проверена.')
  } catch (error) {
    showError(error)
  }
}

async function restoreBackup(): Promise<void> {
  try {
    await flushAll()
    await call('shell.restore', { file: null })
  } catch (error) {
    showError(error)
  }
}
