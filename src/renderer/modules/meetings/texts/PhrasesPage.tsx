import { ActionIcon, Button } from '@mantine/core'
import { newUid } from '@shared/contract/fields'
import type { Phrase } from '@shared/contract/meetings'
import { IconPlus, IconTextPlus, IconTrash } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { call } from '../../../app/api'
import { undoLast, useCall } from '../../../app/queries'
import { showDone, showError } from '../../../app/toasts'
import { useAutosave } from '../../../app/useAutosave'
import { TextAreaField } from '../../../components/fields/TextAreaField'
import { TextField } from '../../../components/fields/TextField'
import { ListEmpty } from '../../../components/ListEmpty'
import { BackLink } from './BackLink'
import classes from './Texts.module.css'

interface Row {
  uid: string
  phrase: Phrase
}

/** /meetings/phrases — what «/сокращение» inserts. */
export function PhrasesPage() {
  const stored = useCall('meetings.phrases', {})
  const [added, setAdded] = useState<readonly Row[]>([])
  const phrases = stored.data
  if (!phrases) return null
  const known = new Set(added.map((row) => row.phrase.id))
  const rows: Row[] = [
    ...phrases.filter((phrase) => !known.has(phrase.id)).map((phrase) => ({ uid: `stored-${phrase.id}`, phrase })),
    ...added,
  ]
  const add = () => setAdded((now) => [...now, { uid: newUid(), phrase: { id: null, key: '', text: '' } }])
  const remove = async ({ uid, phrase }: Row) => {
    setAdded((now) => now.filter((row) => row.uid !== uid))
    if (phrase.id === null) return
    try {
      await call('meetings.removePhrase', { id: phrase.id })
      showDone(`Фраза «/${phrase.key}» удалена`, { label: 'Отменить', run: () => void undoLast() })
    } catch (error) {
      showError(error)
    }
  }
  const addButton = (
    <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
      Добавить фразу
    </Button>
  )
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div>
          <BackLink />
          <h1>Частые фразы</h1>
          <p>В протоколе наберите «/» и сокращение — вместо них встанет вся фраза. Или сокращение и F3, как в Word.</p>
        </div>
        {rows.length > 0 && addButton}
      </header>
      {rows.length === 0 ? (
        <div className={classes.empty}>
          <ListEmpty
            icon={IconTextPlus}
            title="Фраз пока нет"
            text="Заведите то, что набираете каждый раз: «Довести информацию до директоров школ», «Принять к сведению»."
            action={addButton}
          />
        </div>
      ) : (
        <div className={classes.rows}>
          {rows.map((row) => (
            <PhraseRow
              key={row.uid}
              uid={row.uid}
              phrase={row.phrase}
              onSaved={(phrase) =>
                setAdded((now) => now.map((one) => (one.uid === row.uid ? { ...one, phrase } : one)))
              }
              onRemove={(phrase) => void remove({ uid: row.uid, phrase })}
            />
          ))}
        </div>
      )}
    </div>
  )
}

interface PhraseRowProps {
  uid: string
  phrase: Phrase
  onSaved: (phrase: Phrase) => void
  onRemove: (phrase: Phrase) => void
}

function PhraseRow({ uid, phrase, onSaved, onRemove }: PhraseRowProps) {
  const [saved, setSaved] = useState(phrase)
  const [value, setValue] = useState(phrase)
  const dirty = value.key !== saved.key || value.text !== saved.text
  const complete = value.key.trim() !== '' && value.text.trim() !== ''

  // biome-ignore lint/correctness/useExhaustiveDependencies: only what the store says anew, not what is typed here
  useEffect(() => {
    if (dirty || (phrase.key === saved.key && phrase.text === saved.text)) return
    setSaved(phrase)
    setValue(phrase)
  }, [phrase])

  const autosave = useAutosave({
    key: `phrase:${phrase.id ?? uid}`,
    value,
    dirty: dirty && complete,
    commit: async (typed: Phrase) => {
      const { id } = await call('meetings.savePhrase', { ...typed, id: saved.id })
      const next = { ...typed, id }
      setSaved(next)
      onSaved(next)
    },
  })
  return (
    <fieldset className={classes.phrase} aria-label={`Фраза ${value.key}`} onBlur={autosave.onBlur}>
      <TextField
        ariaLabel="Сокращение"
        placeholder="довести"
        value={value.key}
        autoFocus={phrase.id === null && phrase.key === ''}
        error={autosave.error ?? undefined}
        onChange={(key) => setValue((now) => ({ ...now, key: key.replace(/^\//u, '') }))}
      />
      <TextAreaField
        ariaLabel={`Текст фразы ${value.key}`}
        placeholder="Довести информацию до директоров школ."
        minRows={1}
        value={value.text}
        onChange={(text) => setValue((now) => ({ ...now, text }))}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size={34}
        aria-label={`Удалить фразу ${value.key}`}
        onClick={() => onRemove({ ...value, id: saved.id })}
      >
        <IconTrash size={17} aria-hidden />
      </ActionIcon>
    </fieldset>
  )
}
