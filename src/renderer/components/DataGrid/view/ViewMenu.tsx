import { Button, Group, Menu, Modal, Text, TextInput } from '@mantine/core'
import type { ListSpec } from '@shared/contract/lists'
import {
  IconBookmark,
  IconCheck,
  IconChevronDown,
  IconDeviceFloppy,
  IconPencil,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import classes from '../DataGrid.module.css'
import type { ListState } from '../model/useListState'
import { useViews } from '../model/useViews'

/** Saved views of the list: which one it is looked at in, and what can be done with it. */
export function ViewMenu({ spec, list }: { spec: ListSpec; list: ListState }) {
  const [naming, setNaming] = useState<{ title: string; name: string; run: (name: string) => Promise<void> } | null>(
    null,
  )
  const [refusal, setRefusal] = useState<string | null>(null)
  const views = useViews(spec, list, setRefusal)
  const { current } = views
  const name = current?.name ?? 'Вид списка'
  const ask = (title: string, start: string, run: (name: string) => Promise<void>) => {
    setRefusal(null)
    setNaming({ title, name: start, run })
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const typed = naming?.name.trim() ?? ''
    if (!naming || typed === '') {
      setRefusal('Назовите вид: по имени вы найдёте его в этом списке.')
      return
    }
    await naming.run(typed).then(
      () => setNaming(null),
      () => undefined,
    )
  }
  return (
    <>
      <Menu
        position="bottom-start"
        returnFocus
        withInitialFocusPlaceholder={false}
        withinPortal
        shadow="md"
        width={280}
      >
        <Menu.Target>
          <Button
            size="xs"
            px={8}
            variant="default"
            className={classes.viewButton}
            aria-label={current ? `Вид «${name}»${views.isChanged ? ', изменён' : ''}` : 'Вид списка'}
            leftSection={<IconBookmark size={16} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            <span className={`${classes.viewName} ${current ? '' : classes.wideOnly}`}>{current ? name : 'Вид'}</span>
            {views.isChanged && <span className={classes.viewChanged}>&nbsp;· изменён</span>}
          </Button>
        </Menu.Target>
        <Menu.Dropdown aria-label="Виды списка">
          <Menu.Item leftSection={<Mark on={current === null} />} data-autofocus onClick={() => views.choose(null)}>
            Вид по умолчанию
          </Menu.Item>
          {views.all.map((view) => (
            <Menu.Item
              key={view.id}
              leftSection={<Mark on={view.id === current?.id} />}
              onClick={() => views.choose(view)}
            >
              {view.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          {current && (
            <Menu.Item
              leftSection={<IconDeviceFloppy size={16} aria-hidden />}
              disabled={!views.isChanged}
              onClick={() => void views.save().catch(() => undefined)}
            >
              Сохранить вид
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => ask('Сохранить вид как…', '', views.saveAs)}
          >
            Сохранить как…
          </Menu.Item>
          {current && (
            <>
              <Menu.Item
                leftSection={<IconPencil size={16} aria-hidden />}
                onClick={() => ask('Переименовать вид', current.name, views.rename)}
              >
                Переименовать…
              </Menu.Item>
              <Menu.Item
                leftSection={<IconTrash size={16} aria-hidden />}
                onClick={() => void views.remove().catch(() => undefined)}
              >
                Удалить
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <Modal opened={naming !== null} onClose={() => setNaming(null)} title={naming?.title} size="sm">
        <form onSubmit={(event) => void submit(event)}>
          <Text size="sm" c="dimmed" mb="xs">
            Вид помнит столбцы, их порядок и ширину, сортировку, условия и группы.
          </Text>
          <TextInput
            label="Название вида"
            data-autofocus
            value={naming?.name ?? ''}
            error={refusal}
            maxLength={200}
            onChange={(event) => {
              const typed = event.currentTarget.value
              setRefusal(null)
              setNaming((now) => (now ? { ...now, name: typed } : now))
            }}
          />
          <Group justify="flex-end" mt="md" gap="xs">
            <Button variant="default" onClick={() => setNaming(null)}>
              Не сохранять
            </Button>
            <Button type="submit">Сохранить</Button>
          </Group>
        </form>
      </Modal>
    </>
  )
}

function Mark({ on }: { on: boolean }) {
  return on ? <IconCheck size={16} aria-label="выбран" /> : <span className={classes.noMark} />
}
