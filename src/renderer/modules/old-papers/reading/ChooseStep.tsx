import { Button, Text } from '@mantine/core'
import type { PaperKind } from '@shared/contract/old-papers'
import { IconFileTypeDocx, IconFolderOpen } from '@tabler/icons-react'
import { call } from '../../../app/api'
import { useGo } from '../../../app/navigation'
import { showError } from '../../../app/toasts'
import { SelectField } from '../../../components/fields/SelectField'
import stages from '../../../components/stages.module.css'
import { paperExtensions } from '../model/files'
import { setKind } from '../model/reading'
import classes from './ReadPage.module.css'

const kinds = {
  any: 'программа определит сама',
  protocol: 'протоколы',
  roadmap: 'дорожные карты и планы',
} as const

/** First step: which files, or a whole folder of them. */
export function ChooseStep({ as, onRead }: { as: PaperKind | null; onRead: (files: readonly string[]) => void }) {
  const go = useGo()
  const chooseFiles = async () => {
    try {
      const { files } = await call('shell.chooseFiles', {
        title: 'Какие документы загрузить',
        extensions: [...paperExtensions],
        multiple: true,
      })
      if (files.length > 0) onRead(files)
    } catch (error) {
      showError(error)
    }
  }
  const chooseFolder = async () => {
    try {
      const { folder } = await call('shell.chooseFolder', { title: 'В какой папке лежат документы' })
      if (folder !== null) onRead([folder])
    } catch (error) {
      showError(error)
    }
  }
  return (
    <section className={stages.middle} aria-label="Выбор файлов">
      <IconFileTypeDocx size={44} stroke={1.3} aria-hidden />
      <h2>Протоколы и дорожные карты прошлых лет</h2>
      <Text c="dimmed" maw={600} ta="center">
        Подойдут документы Word (.docx, .doc) и тексты (.txt). Программа прочитает каждый и разложит по полям, а вы
        проверите рядом с исходным документом. Файлы или папку можно просто перетащить мышью в это окно.
      </Text>
      <div className={stages.buttons}>
        <Button
          size="md"
          data-autofocus
          leftSection={<IconFileTypeDocx size={18} aria-hidden />}
          onClick={() => void chooseFiles()}
        >
          Выбрать файлы…
        </Button>
        <Button
          size="md"
          variant="default"
          leftSection={<IconFolderOpen size={18} aria-hidden />}
          onClick={() => void chooseFolder()}
        >
          Выбрать папку…
        </Button>
      </div>
      <div className={classes.kind}>
        <SelectField
          label="Что это за документы"
          choices={kinds}
          value={as ?? 'any'}
          onChange={(kind) => setKind(kind === 'any' ? null : kind)}
        />
      </div>
      <Text size="sm" c="dimmed" maw={600} ta="center">
        Сами файлы не меняются. Записи появятся, только когда вы сохраните проверенное, и это можно отменить.
      </Text>
      <Button variant="subtle" size="compact-sm" onClick={() => go('/old-papers')}>
        Загруженные раньше
      </Button>
    </section>
  )
}
