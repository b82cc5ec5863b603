import type { ProtocolDraft } from '@shared/contract/old-papers'

type Decisions = ProtocolDraft['decisions']

/**
 * A draft as lines that are easy to compare: «# О плане | Берг А.А.», «> Берг А.А., методист: сказано» (`»` a remark),
 * «= 9/0/1» a vote, «! решено | кому; кому | срок»; decisions of the whole meeting come last, after «##».
 */
export function outline(protocol: ProtocolDraft): string[] {
  const lines: string[] = []
  for (const { title, speakers, speeches, vote, decisions } of protocol.agenda) {
    lines.push([`# ${title}`, ...speakers.map(named)].join(' | '))
    for (const { kind, speaker, text } of speeches)
      lines.push(`${kind === 'report' ? '>' : '»'} ${named(speaker)}: ${text}`)
    if (vote.for !== null) lines.push(`= ${vote.for}/${vote.against ?? ''}/${vote.abstained ?? ''}`)
    lines.push(...decided(decisions))
  }
  return protocol.decisions.length > 0 ? [...lines, '##', ...decided(protocol.decisions)] : lines
}

const named = ({ name, position }: { name: string; position: string }): string =>
  [name, position].filter((part) => part !== '').join(', ')

const decided = (decisions: Decisions): string[] =>
  decisions.map(({ text, addressees, dues }) =>
    [`! ${text}`, addressees.map((one) => one.text).join('; '), dues.map((due) => due.text).join(', ')]
      .join(' | ')
      .replace(/(?: \| )+$/u, ''),
  )
