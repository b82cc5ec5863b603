import { Textarea } from '@mantine/core'
import type { SectionContent } from '@shared/contract/report-content'
import { useSyncExternalStore } from 'react'
import { typed } from '../model/marks'
import { type Place, pieceAt } from '../model/steps'
import { useComposer } from './ComposerContext'
import classes from './Piece.module.css'

export interface TextAreaProps {
  place: Place
  /** What stands beside it. */
  content: SectionContent | undefined
  isHidden: boolean
}

/** Her own words: plain paragraphs, as long as they are. A letter draws this field alone, before all the rest of the report. */
export function TextArea({ place, content, isHidden }: TextAreaProps) {
  const { live, type } = useComposer()
  const text = useSyncExternalStore(live.subscribe, () => pieceAt(live.value(), place)?.text ?? '')
  return (
    <Textarea
      aria-label="Мой текст"
      classNames={{ input: classes.textarea }}
      autosize
      minRows={2}
      disabled={isHidden}
      placeholder="Пишите здесь. Каждый абзац — с новой строки; строка, начатая с «- », станет пунктом списка."
      value={text}
      spellCheck
      onChange={(event) => type(typed(place, event.currentTarget.value, content))}
    />
  )
}
