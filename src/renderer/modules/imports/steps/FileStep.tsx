import { Anchor, Button, Text } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { call } from '../../../app/api'
import { showError } from '../../../app/toasts'
import stages from '../../../components/stages.module.css'
import { importExtensions } from '../model/files'
import { specOf } from '../model/lists'
import { type ImportSession, readFile } from '../model/session'
import { Waiting } from './Waiting'

/** First step: which file. */
export function FileStep({ session }: { session: ImportSession }) {
  const spec = specOf(session.list)
  const chooseFile = async () => {
    try {
      const { files } = await call('shell.chooseFiles', {
        title: 'Какой файл загрузить',
        extensions: [...importExtensions],
        multiple: false,
      })
      const [file] = files
      if (file !== undefined) await readFile(file)
    } catch (error) {
      showError(error)
    }
  }
  if (session.busy === 'reading') return <Waiting title="Чтение файла" text="Читаем файл…" />
  return (
    <section className={stages.middle} aria-label="Выбор файла">
      <IconFileSpreadsheet size={44} stroke={1.3} aria-hidden />
      <h2>{spec === null ? 'Выберите файл с таблицей' : `Выберите файл для списка «${spec.title}»`}</h2>
      <Text c="dimmed" maw={560} ta="center">
        Подойдёт книга Excel (.xlsx, .xls) или .csv: и выгруженная отсюда, и присланная из школы. Заголовки столбцов
        программа узнаёт сама, а вы проверите. Файл можно просто перетащить мышью в это окно.
      </Text>
      <div className={stages.buttons}>
        <Button size="md" data-autofocus onClick={() => void chooseFile()}>
          Выбрать файл…
        </Button>
        {session.error !== null && session.file !== null && (
          <Button size="md" variant="default" onClick={() => void readFile(session.file ?? '')}>
            Прочитать этот файл снова
          </Button>
        )}
      </div>
      <Text size="sm" c="dimmed">
        Протоколы и дорожные карты в Word загружаются отдельно:{' '}
        <Anchor size="sm" underline="always" href="#/old-papers/new">
          загрузить из Word
        </Anchor>
      </Text>
      <Text size="sm" c="dimmed" maw={560} ta="center">
        До последнего шага в данных ничего не меняется, а загруженное можно отменить целиком.
      </Text>
    </section>
  )
}
