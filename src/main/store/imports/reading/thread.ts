import { serve } from '../../foreign/serve'
import type { Question } from './messages'
import { openTableFile } from './open'
import { asRefusal } from './refusals'
import type { Portion, TableFile } from './types'

/** The thread that reads files of tables. */
let name = ''
let open: TableFile | null = null
let reading: AsyncGenerator<Portion> | null = null

async function stop(): Promise<void> {
  await reading?.return(undefined)
  reading = null
}

function opened(): TableFile {
  if (!open) throw new Error('No file is open')
  return open
}

async function answer(question: Question): Promise<unknown> {
  switch (question.do) {
    case 'open': {
      name = question.file
      open = await openTableFile(question.file)
      const { format, encoding, delimiter, sheets } = open
      return { format, encoding, delimiter, sheets }
    }
    case 'merges':
      return opened().merges(question.sheet)
    case 'start':
      await stop()
      reading = opened().rows(question.sheet)
      return null
    case 'next': {
      const next = await reading?.next()
      return next?.done === false ? next.value : null
    }
    case 'close': {
      await stop()
      await open?.close()
      open = null
      return null
    }
  }
}

serve(answer, (error) => asRefusal(error, name))
