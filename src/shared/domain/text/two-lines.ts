/** One line if it has no more than so many letters, else two parted at the space nearest to the middle. */
export function twoLines(text: string, letters: number): string[] {
  if (text.length <= letters) return [text]
  const middle = text.length / 2
  const spaces = [...text.matchAll(/ /gu)].map((match) => match.index)
  const [at] = spaces.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
  return at === undefined ? [text] : [text.slice(0, at), text.slice(at + 1)]
}
