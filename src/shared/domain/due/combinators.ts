/** Smallest set of parser combinators for the grammar of dues. A parser reads at a position and never looks back. */

export interface Match<T> {
  value: T
  end: number
}

export type Parser<T> = (source: string, at: number) => Match<T> | null

/** A regular expression at the position. Value: the groups, missing ones as ''. Index 0 is the whole match. */
export function rx(pattern: string): Parser<readonly string[]> {
  const expression = new RegExp(pattern, 'uy')
  return (source, at) => {
    expression.lastIndex = at
    const match = expression.exec(source)
    if (!match) return null
    return { value: Array.from(match, (group) => group ?? ''), end: at + match[0].length }
  }
}

/** Changes the value; null refuses the match. */
export function map<T, U>(parser: Parser<T>, change: (value: T) => U | null): Parser<U> {
  return (source, at) => {
    const match = parser(source, at)
    if (!match) return null
    const value = change(match.value)
    return value === null ? null : { value, end: match.end }
  }
}

/** One parser after another; the value is the tuple of theirs. */
export function seq<T extends unknown[]>(...parsers: { [K in keyof T]: Parser<T[K]> }): Parser<T> {
  return (source, at) => {
    const values: unknown[] = []
    let end = at
    for (const parser of parsers) {
      const match = parser(source, end)
      if (!match) return null
      values.push(match.value)
      end = match.end
    }
    return { value: values as T, end }
  }
}

/** The alternative that reads furthest; the earlier one among equals. */
export function longest<T>(...parsers: Parser<T>[]): Parser<T> {
  return (source, at) => {
    let best: Match<T> | null = null
    for (const parser of parsers) {
      const match = parser(source, at)
      if (match && (best === null || match.end > best.end)) best = match
    }
    return best
  }
}

/** The parser, or nothing read and null. */
export function opt<T>(parser: Parser<T>): Parser<T | null> {
  return (source, at) => parser(source, at) ?? { value: null, end: at }
}
