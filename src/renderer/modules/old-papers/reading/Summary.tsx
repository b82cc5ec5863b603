import { Alert, Anchor, Button, Text } from '@mantine/core'
import { counted, formatNumber } from '@shared/domain/text/plural'
import { IconAlertTriangle, IconCircleCheck, IconCopy } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useGo } from '../../../app/navigation'
import stages from '../../../components/stages.module.css'
import { chooseAnew, type Reading } from '../model/reading'
import classes from './ReadPage.module.css'

const papers = ['документ', 'документа', 'документов'] as const

/** Second step: what was read, what could not be and why, what was here already. */
export function Summary({ reading, onRead }: { reading: Reading; onRead: (files: readonly string[]) => void }) {
  const go = useGo()
  const { result, state } = reading
  const failed = result?.papers.filter((paper) => paper.failure !== '') ?? []
  const repeated = result?.papers.filter((paper) => paper.failure === '' && paper.duplicate !== '') ?? []
  const first = result?.papers.find((paper) => paper.state === 'review' && paper.failure === '')
  return (
    <section className={classes.summary} aria-label="Что прочитано">
      {state === 'stopped' && (
        <Alert color="orange" title="Чтение остановлено" role="status">
          Что успели прочитать, осталось в списке. Остальное можно загрузить позже: повторно те же файлы не прочитаются.
        </Alert>
      )}
      {result && (
        <p className={classes.total} role="status">
          <IconCircleCheck size={20} aria-hidden className={classes.good} />
          <span>
            {result.read === 0
              ? 'Новых документов не прочитано.'
              : `Прочитано: ${counted(result.read, papers)}. Проверьте, что поля поняты верно, и сохраните.`}
          </span>
        </p>
      )}
      <div className={stages.buttons} data-left>
        {first && (
          <Button onClick={() => go(`/old-papers/${first.id}`)} data-autofocus>
            Проверить {result?.read === 1 ? 'документ' : 'первый документ'}
          </Button>
        )}
        <Button variant="default" onClick={() => go('/old-papers')}>
          К списку документов
        </Button>
        <Button variant="default" onClick={chooseAnew}>
          Загрузить ещё
        </Button>
      </div>
      {failed.length > 0 && (
        <Group
          icon={<IconAlertTriangle size={17} aria-hidden />}
          title={`Не прочитано: ${formatNumber(failed.length)}`}
        >
          {failed.map((paper) => (
            <li key={paper.id}>
              <b>{paper.file}</b>
              <span>{paper.failure}</span>
            </li>
          ))}
        </Group>
      )}
      {repeated.length > 0 && (
        <Group icon={<IconCopy size={17} aria-hidden />} title={`Похоже, уже есть: ${formatNumber(repeated.length)}`}>
          {repeated.map((paper) => (
            <li key={`${paper.id}:${paper.file}`}>
              <b>{paper.file}</b>
              <span>
                {paper.duplicate}.{' '}
                <Anchor size="sm" href={`#/old-papers/${paper.id}`}>
                  Посмотреть
                </Anchor>
              </span>
            </li>
          ))}
        </Group>
      )}
      {failed.some((paper) => paper.code === 'paper-unrecognised') && (
        <div className={classes.again}>
          <Text size="sm">
            Если среди непрочитанных есть протоколы или планы, откройте такой документ в списке и выберите, чем его
            читать.
          </Text>
        </div>
      )}
      {state === 'stopped' && reading.files.length > 0 && (
        <Button variant="subtle" size="compact-sm" className={classes.again} onClick={() => onRead(reading.files)}>
          Дочитать остальные
        </Button>
      )}
    </section>
  )
}

function Group({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <section className={classes.group} aria-label={title}>
      <h2>
        {icon}
        {title}
      </h2>
      <ul>{children}</ul>
    </section>
  )
}
