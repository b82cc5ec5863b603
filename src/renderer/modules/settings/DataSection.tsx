import { Alert, Button, Group, List, Text } from '@mantine/core'
import type { Output } from '@shared/contract'
import { useState } from 'react'
import { flushAll } from '../../app/flush'
import { useCall, useCommand } from '../../app/queries'
import { FormSection } from '../../components/record/FormSection'
import classes from './SettingsScreen.module.css'

/** Where the file lies, and whether it is sound. */
export function DataSection() {
  const info = useCall('shell.info', {})
  const show = useCommand('shell.showDataFolder')
  const choose = useCommand('shell.chooseDataFolder')
  const check = useCommand('app.check')
  const [checked, setChecked] = useState<Output<'app.check'> | null>(null)

  const runCheck = async () => {
    setChecked(null)
    await flushAll()
    setChecked(await check.run({}).catch(() => null))
  }
  const chooseFolder = async () => {
    await flushAll()
    await choose.run({}).catch(() => undefined)
  }
  return (
    <FormSection title="Папка данных">
      <Text size="sm" className={classes.path} mb="xs">
        {info.data?.dataDir ?? ''}
      </Text>
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={() => void show.run({}).catch(() => undefined)}>
          Показать папку
        </Button>
        <Button size="xs" variant="default" loading={choose.pending} onClick={() => void chooseFolder()}>
          Выбрать другую папку…
        </Button>
        <Button size="xs" variant="default" loading={check.pending} onClick={() => void runCheck()}>
          Проверить данные
        </Button>
      </Group>
      {checked && (
        <Alert
          mt="sm"
          color={checked.ok ? 'teal' : 'red'}
          title={checked.ok ? 'Данные в порядке' : 'Нашлись неполадки'}
          role="status"
        >
          {checked.ok ? (
            'Файл цел, связи между записями верны, история изменений закрыта.'
          ) : (
            <List size="sm">
              {checked.problems.map((problem) => (
                <List.Item key={problem.text}>{problem.text}</List.Item>
              ))}
            </List>
          )}
        </Alert>
      )}
    </FormSection>
  )
}
