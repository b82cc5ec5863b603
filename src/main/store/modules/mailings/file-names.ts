/** Names of files that Windows takes too. */

const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu

export function safeName(name: string): string {
  const plain = name
    .replace(/["«»„“]/gu, '')
    .replace(/[\\/:*?<>|\p{Cc}]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 80)
    .replace(/[. ]+$/u, '')
  if (plain === '') return 'без имени'
  return RESERVED.test(plain) ? `${plain}-` : plain
}

/** «01 СОШ № 3»: in the order of the list, each its own whatever the letter case. */
export function freeNames(labels: readonly string[]): string[] {
  const width = Math.max(2, String(labels.length).length)
  return labels.map((label, index) => `${String(index + 1).padStart(width, '0')} ${safeName(label)}`)
}
