import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { JobName } from '@shared/contract'
import { counted } from '@shared/domain/text/plural'
import { standaloneHtml } from '@shared/papers/html'
import { CHROMIUM_WITH_MARGIN_BOXES, PAPER_FONTS_URL } from '@shared/papers/html-css'
import type { Paper } from '@shared/papers/model'
import { IconFileCheck } from '@tabler/icons-react'
import { call } from '../../app/api'
import { showError } from '../../app/toasts'
import { contentsPages } from './contents-pages'

/** Papers as files and on the printer. */

/** Asks where to save and says what was done; «Открыть» starts Word. */
export async function savePaper(
  job: JobName,
  input: Record<string, unknown>,
  suggestedName: string,
  kind: 'docx' | 'xlsx' = 'docx',
): Promise<void> {
  try {
    const saved = await call('shell.saveAs', { job, input, suggestedName: fileName(suggestedName), kind })
    if (saved) showSaved(saved.file)
  } catch (error) {
    showError(error)
  }
}

export async function printPaper(paper: Paper, to: 'printer' | 'pdf'): Promise<void> {
  try {
    const html = standaloneHtml(paper, {
      fontsUrl: PAPER_FONTS_URL,
      pages: await contentsPages(paper),
      marginBoxes: Number(/Chrome\/(\d+)/u.exec(navigator.userAgent)?.[1] ?? 0) >= CHROMIUM_WITH_MARGIN_BOXES,
    })
    const { file } = await call('shell.print', { html, title: fileName(paper.title), to })
    if (file !== null) showSaved(file)
  } catch (error) {
    showError(error)
  }
}

function showSaved(file: string): void {
  const id = `saved:${file}`
  const button = (label: string, name: 'shell.openFile' | 'shell.showInFolder') => (
    <Button size="compact-sm" variant="light" onClick={() => void call(name, { file }).catch(showError)}>
      {label}
    </Button>
  )
  notifications.hide(id)
  notifications.show({
    id,
    color: 'teal',
    icon: <IconFileCheck size={18} aria-hidden />,
    title: 'Файл сохранён',
    autoClose: 15_000,
    message: (
      <>
        <Text size="sm" c="var(--mantine-color-text)" style={{ overflowWrap: 'anywhere' }}>
          {file.split(/[\\/]/u).at(-1)}
        </Text>
        <Group gap={6} mt={6}>
          {button('Открыть', 'shell.openFile')}
          {button('Показать в папке', 'shell.showInFolder')}
        </Group>
      </>
    ),
  })
}

/** A folder with a file for each. */
export function showSavedFolder(folder: string, files: number): void {
  notifications.show({
    color: 'teal',
    icon: <IconFileCheck size={18} aria-hidden />,
    title: counted(files, ['файл сохранён', 'файла сохранено', 'файлов сохранено']),
    autoClose: 15_000,
    message: (
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {folder}
      </Text>
    ),
  })
}

/** Without what Windows does not take in a name. */
function fileName(name: string): string {
  return name
    .replace(/["«»]/gu, '')
    .replace(/[\\/:*?<>|]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 120)
}
