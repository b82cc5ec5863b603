import { Textarea } from '@mantine/core'
import classes from './Piece.module.css'

/** Her own words: plain paragraphs, as long as they are. */
export function TextArea(props: { value: string; onChange: (text: string) => void; isHidden: boolean }) {
  return (
    <Textarea
      aria-label="Мой текст"
      classNames={{ input: classes.textarea }}
      autosize
      minRows={2}
      disabled={props.isHidden}
      placeholder="Пишите здесь. Каждый абзац — с новой строки; строка, начатая с «- », станет пунктом списка."
      value={props.value}
      spellCheck
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  )
}
