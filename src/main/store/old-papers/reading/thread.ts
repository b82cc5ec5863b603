import type { Original, Understood } from '@shared/contract/old-papers'
import { serve } from '../../foreign/serve'
import { checkTemplate } from '../../templates/check'
import { understand } from '../understand'
import type { Question } from './messages'
import { readOriginal } from './read-original'
import { asRefusal, notUnderstood } from './refusals'

/** The thread that reads papers and understands them: both meet whatever is sent by e-mail. */
let name = ''

async function answer(question: Question): Promise<unknown> {
  name = question.file
  if (question.do === 'template') {
    const { bytes, report, kind } = await checkTemplate(question.file)
    return { content: bytes.toString('base64'), report, kind }
  }
  if (question.do === 'understand') return understoodOf(question.original, question)
  const { original, hash } = await readOriginal(question.file)
  return { original, hash, understood: understoodOf(original, question) }
}

type AsWhat = Pick<Extract<Question, { do: 'read' }>, 'as' | 'today'>

/** A file that was read is not damaged, whatever befalls its understanding. */
function understoodOf(original: Original, { as, today }: AsWhat): Understood | null {
  try {
    return understand(original, as, today)
  } catch {
    throw notUnderstood(name)
  }
}

serve(answer, (error) => asRefusal(error, name))
