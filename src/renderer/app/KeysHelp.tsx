import { Kbd, Modal, Table } from '@mantine/core'

const keys: readonly (readonly [string, string])[] = [
  ['Ctrl+K', 'Найти запись или команду'],
  ['Ctrl+F', 'Найти в списке'],
  ['Ctrl+Enter', 'Открыть карточку записи (или Enter на ячейке, которую не вписывают)'],
  ['Любая буква, F2', 'В списке: вписать в ячейку; F2 — исправить то, что в ней'],
  ['Enter, Tab', 'Записать и перейти вниз, вправо; с Shift — вверх, влево'],
  ['Esc', 'Отказаться от ввода; затем Tab — выйти из таблицы'],
  ['Пробел, Alt+↓', 'Список значений, календарь; отметка «да» или «нет»'],
  ['Esc', 'Закрыть карточку'],
  ['Ctrl+S', 'Записать сейчас (программа записывает и сама)'],
  ['Ctrl+Z', 'Отменить последнее изменение'],
  ['Ctrl+Y', 'Вернуть отменённое'],
  ['Ctrl+C', 'Скопировать ячейки для Excel'],
  ['Shift+стрелки', 'Отметить несколько ячеек'],
  ['↑ из первой строки', 'Заголовок: Enter — порядок, Alt+↓ — условие, Alt+→ — ширина'],
  ['Ctrl+1 … Ctrl+5', 'Перейти в раздел'],
  ['Ctrl+B', 'Свернуть панель разделов'],
  ['Alt+←, Alt+→', 'Назад, вперёд'],
]

export function KeysHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Клавиши" size="lg">
      <Table>
        <Table.Tbody>
          {keys.map(([key, what]) => (
            <Table.Tr key={key}>
              <Table.Td w={180}>
                <Kbd>{key}</Kbd>
              </Table.Td>
              <Table.Td>{what}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  )
}
