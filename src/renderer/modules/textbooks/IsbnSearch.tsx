import { TextInput } from '@mantine/core'
import { IconBarcode } from '@tabler/icons-react'
import { useState } from 'react'

/** «Найти по ISBN»: a scanner, or fingers, and Enter. */
export function IsbnSearch({ onFind }: { onFind: (text: string) => void }) {
  const [text, setText] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() === '') return
        onFind(text)
        setText('')
      }}
    >
      <TextInput
        size="xs"
        w={170}
        aria-label="Найти по ISBN"
        placeholder="Найти по ISBN"
        title="Наведите сканер на штрихкод или впишите ISBN и нажмите Enter"
        autoComplete="off"
        leftSection={<IconBarcode size={16} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </form>
  )
}
