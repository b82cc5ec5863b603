import type { Original, Place, Unrecognised } from '@shared/contract/old-papers'

/** Which characters of the original have been taken by a field or known for what they are. */
export interface Coverage {
  take: (places: readonly Place[]) => void
  /** Words that nobody has taken, line by line. */
  left: () => Unrecognised[]
}

export function coverageOf({ lines }: Pick<Original, 'lines'>): Coverage {
  const taken = new Map<number, Place[]>()
  return {
    take: (places) => {
      for (const place of places) {
        const line = taken.get(place.line)
        if (line) line.push(place)
        else taken.set(place.line, [place])
      }
    },
    left: () =>
      lines.flatMap(({ text }, line) => {
        const rest = gaps(text, taken.get(line) ?? []).filter(
          (gap) => /[\p{L}\p{N}]/u.test(gap) && !/^[xхv]$/iu.test(gap),
        )
        return rest.length > 0 ? [{ line, text: rest.join(' … ') }] : []
      }),
  }
}

function gaps(text: string, places: readonly Place[]): string[] {
  const found: string[] = []
  let at = 0
  for (const { from, to } of [...places].sort((a, b) => a.from - b.from)) {
    if (from > at) found.push(text.slice(at, from).trim())
    at = Math.max(at, to)
  }
  if (at < text.length) found.push(text.slice(at).trim())
  return found
}
