import { ActionIcon, Button } from '@mantine/core'
import { columnRoles, type Roadmap, type RoadmapColumn } from '@shared/contract/roadmaps'
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import { NumberField } from '../../../components/fields/NumberField'
import { SelectField } from '../../../components/fields/SelectField'
import { TextField } from '../../../components/fields/TextField'
import { addColumn, changeColumn, freeRoles, moveColumn, removeColumn } from '../model/heads'
import classes from './Editor.module.css'

export interface ColumnsEditorProps {
  roadmap: Roadmap
  change: (step: (now: Roadmap) => Roadmap) => void
}

/** Columns from left to right: named as in the original, each with what it holds. */
export function ColumnsEditor({ roadmap, change }: ColumnsEditorProps) {
  const { columns } = roadmap
  return (
    <fieldset className={classes.columns}>
      <legend>Столбцы слева направо</legend>
      <table>
        <thead>
          <tr>
            <th scope="col">Заголовок</th>
            <th scope="col">Что в столбце</th>
            <th scope="col">Ширина</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {columns.map((column, index) => (
            <ColumnRow
              key={column.uid}
              column={column}
              roadmap={roadmap}
              change={change}
              isFirst={index === 0}
              isLast={index === columns.length - 1}
            />
          ))}
        </tbody>
      </table>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={15} aria-hidden />}
        disabled={columns.length >= 20}
        onClick={() => change(addColumn)}
      >
        Добавить столбец
      </Button>
    </fieldset>
  )
}

function ColumnRow(props: ColumnsEditorProps & { column: RoadmapColumn; isFirst: boolean; isLast: boolean }) {
  const { column, roadmap, change } = props
  const { uid } = column
  const roles = freeRoles(roadmap, column)
  const choices = Object.fromEntries(roles.map((role) => [role, columnRoles[role]])) as typeof columnRoles
  const name = column.title || 'без названия'
  return (
    <tr>
      <td>
        <TextField
          bare
          ariaLabel={`Заголовок столбца: ${name}`}
          value={column.title}
          onChange={(title) => change((now) => changeColumn(now, uid, { title }))}
          error={column.title.trim() === '' ? 'Впишите заголовок.' : undefined}
        />
      </td>
      <td>
        <SelectField
          bare
          ariaLabel={`Что в столбце: ${name}`}
          choices={choices}
          value={column.role}
          onChange={(role) => change((now) => changeColumn(now, uid, { role }))}
        />
      </td>
      <td>
        <NumberField
          bare
          ariaLabel={`Ширина столбца, % страницы: ${name}`}
          placeholder="сама"
          unit="%"
          value={column.width}
          onChange={(width) => change((now) => changeColumn(now, uid, { width }))}
        />
      </td>
      <td className={classes.columnButtons}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          disabled={props.isFirst}
          aria-label={`Левее: ${name}`}
          onClick={() => change((now) => moveColumn(now, uid, -1))}
        >
          <IconArrowUp size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          disabled={props.isLast}
          aria-label={`Правее: ${name}`}
          onClick={() => change((now) => moveColumn(now, uid, 1))}
        >
          <IconArrowDown size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          disabled={roadmap.columns.length === 1}
          aria-label={`Убрать столбец: ${name}`}
          onClick={() => change((now) => removeColumn(now, uid))}
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </td>
    </tr>
  )
}
