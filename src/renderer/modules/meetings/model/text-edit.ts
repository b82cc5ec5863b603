/** What typing did to a text, and where that leaves the chips that stand in it. All positions are UTF-16 units. */

export type Range = readonly [start: number, end: number]

/** `before[start, end)` was replaced by `inserted`. */
export interface TextEdit {
  start: number
  end: number
  inserted: string
}

/**
 * The one replacement that turns `before` into `after`. Of the equally short ones (a letter typed beside the same
 * letter) it takes the one that ends at `caret`, where the caret stands after the edit.
 */
export function diffEdit(before: string, after: string, caret: number = after.length): TextEdit {
  const shorter = Math.min(before.length, after.length)
  const longestSuffix = Math.min(shorter, Math.max(0, after.length - caret))
  let suffix = 0
  while (suffix < longestSuffix && before.at(-1 - suffix) === after.at(-1 - suffix)) suffix += 1
  let prefix = 0
  while (prefix < shorter - suffix && before[prefix] === after[prefix]) prefix += 1
  // The caret may stand elsewhere (a paste by a script, an undo): whatever is still alike at the end is no edit either.
  while (suffix < shorter - prefix && before.at(-1 - suffix) === after.at(-1 - suffix)) suffix += 1
  return { start: prefix, end: before.length - suffix, inserted: after.slice(prefix, after.length - suffix) }
}

export function applyEdit(text: string, edit: TextEdit): string {
  return text.slice(0, edit.start) + edit.inserted + text.slice(edit.end)
}

export interface MovedRange {
  range: Range
  /** Whether the characters inside have changed. */
  touched: boolean
}

/**
 * Where a range stands after an edit. Typing at either edge stays outside; an edit across an edge leaves what
 * remains; null when nothing remains.
 */
export function moveRange([start, end]: Range, edit: TextEdit): MovedRange | null {
  const shift = edit.inserted.length - (edit.end - edit.start)
  if (edit.end <= start && !(edit.start === start && edit.end > edit.start)) {
    return { range: [start + shift, end + shift], touched: false }
  }
  if (edit.start >= end) return { range: [start, end], touched: false }
  if (edit.start >= start && edit.end <= end) return remaining(start, end + shift)
  if (edit.start < start && edit.end < end) return remaining(edit.start + edit.inserted.length, end + shift)
  if (edit.start > start) return remaining(start, edit.start)
  return null
}

function remaining(start: number, end: number): MovedRange | null {
  return end > start ? { range: [start, end], touched: true } : null
}

export function overlaps(a: Range, b: Range): boolean {
  return a[0] < b[1] && b[0] < a[1]
}
