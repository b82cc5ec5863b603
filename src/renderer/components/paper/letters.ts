/** Letters and figures alone: a text found again whatever typography has done to its spaces and quotes. */
export function lettersOf(text: string): string {
  return (
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]/gu)
      ?.join('') ?? ''
  )
}
