import type { Original, Place } from '@shared/contract/old-papers'
import type { UnderstoodProtocol } from '@store/old-papers/protocol/understand-protocol'

/** Whether every word of a protocol has gone into a field, is a known label, or is told to be not understood. */
export function uncovered(original: Original, understood: UnderstoodProtocol, labels: readonly Place[]): string[] {
  const known = original.lines.map(({ text }) => new Uint8Array(text.length))
  for (const { line, from, to } of [...understood.marks.flatMap(({ places }) => places), ...labels]) {
    known[line]?.fill(1, from, to)
  }
  const told = new Map<number, string>()
  for (const { line, text } of understood.unrecognised) told.set(line, `${told.get(line) ?? ''} ${text}`)
  return original.lines.flatMap(({ text }, line) =>
    [...text.matchAll(/[\p{L}\p{N}]+/gu)].flatMap((word) => {
      const covered = known[line]?.subarray(word.index, word.index + word[0].length).every((one) => one === 1)
      return covered || told.get(line)?.includes(word[0]) ? [] : [`${line}: ${word[0]}`]
    }),
  )
}

/** Labels are few words that protocols share: none of them swallows what somebody said. */
export const longLabels = (original: Original, labels: readonly Place[]): string[] =>
  labels.flatMap(({ line, from, to }) => (to - from > 330 ? [original.lines[line]?.text.slice(from, to) ?? ''] : []))

/** Texts of the draft that do not stand in their place word for word; names apart, which are put into the nominative. */
export function untruthful(original: Original, { protocol, marks }: UnderstoodProtocol): string[] {
  const placed = (path: string): string =>
    marks
      .filter((mark) => mark.path === path)
      .flatMap(({ places }) => places)
      .map(({ line, from, to }) => original.lines[line]?.text.slice(from, to) ?? '')
      .join(' ')
  const letters = (text: string): string => (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
  const fields: [string, string][] = [
    ['place', protocol.place],
    ['theme', protocol.theme],
    ['series', protocol.series],
    ['attendance/text', protocol.attendance.text],
    ...[...protocol.agenda.flatMap(({ decisions }) => decisions), ...protocol.decisions].map(
      ({ uid, text }): [string, string] => [`decisions/${uid}/text`, text],
    ),
    ...[...protocol.agenda.flatMap(({ speeches }) => speeches), ...protocol.speeches].map(
      ({ uid, text }): [string, string] => [`speeches/${uid}`, text],
    ),
  ]
  return fields.flatMap(([path, text]) => (letters(placed(path)) === letters(text) ? [] : [`${path}: ${text}`]))
}
