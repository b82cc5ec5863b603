import type { Original, Understood } from '@shared/contract/old-papers'
import { serve } from '../../foreign/serve'
import { understand } from '../understand'
import type { Question } from './messages'
import { readOriginal } from './read-original'
import { asRefusal, notUnderstood } from './refusals'

/** The thread that reads papers and understands them: both meet whatever is sent by e-mail. */
let name = ''

async function answer(question: Question): Promise<unknown> {
  name = question.file
  if (question.do === 'understand') return understoodOf(question.original, question)
  const { original, hash } = await readOriginal(question.file)
  return { original, hash, understood: understoodOf(original, question) }
}

/** A file that was read is not damaged, whatever befalls its understanding. */
function understoodOf(original: Original, { as, today }: Pick<Question, 'as' | 'today'>): Understood | null {
  try {
    return understand(original, as, today)
  } catch {
    throw notUnderstood(name)
  }
}

serve(answer, (error) => asRefusal(error, name))
