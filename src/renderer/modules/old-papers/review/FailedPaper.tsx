import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import type { PaperKind } from '@shared/contract/old-papers'
import { useGo } from '../../../app/navigation'
import { useCall } from '../../../app/queries'
import { errorSentence } from '../../../app/toasts'
import { readPapers } from '../model/reading'

/** A file that could not be read: why, and what can be tried. */
export function FailedPaper({ id, error }: { id: number; error: Error }) {
  const go = useGo()
  const found = useCall('oldPapers.list', { limit: 1000 })
  const row = found.data?.rows.find((one) => one.id === id)
  const again = async (as: PaperKind | null) => {
    if (!row) return
    const separator = row.folder.includes('\\') ? '\\' : '/'
    go('/old-papers/new')
    const paper = await readPapers([`${row.folder}${separator}${row.file}`], as)
    if (paper !== null) go(`/old-papers/${paper}`)
  }
  return (
    <Stack p="xl" align="flex-start" maw={720}>
      <Alert color="red" title={row ? `«${row.file}» не прочитан` : 'Документ не открылся'} role="alert">
        {errorSentence(error)}
      </Alert>
      {row && (
        <>
          <Text size="sm">Если файл исправлен или это всё-таки протокол или план, прочитайте его ещё раз:</Text>
          <Group gap="xs">
            <Button onClick={() => void again(null)}>Прочитать снова</Button>
            <Button variant="default" onClick={() => void again('protocol')}>
              Прочитать как протокол
            </Button>
            <Button variant="default" onClick={() => void again('roadmap')}>
              Прочитать как дорожную карту
            </Button>
          </Group>
        </>
      )}
      <Button variant="subtle" onClick={() => go('/old-papers')}>
        К списку документов
      </Button>
    </Stack>
  )
}
