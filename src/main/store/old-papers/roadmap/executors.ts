import { ADDRESS, ADJECTIVE, EXECUTOR, GOES_ON, NAME, POSITION, UNFINISHED } from './executor-words'
import { isBlank, isEndless, type SeenLine } from './grid'
import { joined, part, plain, tailOf, trimmed, type Words, withoutEnd, withoutStart } from './words'

/** What is known of all who are named in the paper's column of executors. */
export interface Known {
  /** Words of the whole paper, as `plain`: a word torn in two is put together only when it stands whole elsewhere. */
  words: ReadonlySet<string>
  /** Surnames that stand after a position somewhere: «Зав. библиотекой Орешкина М.А.». */
  holders: ReadonlySet<string>
}

/** Each executor of a cell by itself, as written. */
export function executorsOf(lines: readonly SeenLine[], known: Known): Words[] {
  if (isEndless(lines)) return lines.filter((line) => !isBlank(line)).map(({ words }) => words)
  return wholeLines(lines, known).flatMap((line) => severed(line, known))
}

/** Surnames of a cell that have their position before them. */
export function holdersIn(text: string): string[] {
  return text.split(/[,;\n/]/u).flatMap((piece) => {
    const name = NAME.exec(piece)
    const before = name ? piece.slice(0, name.index).trim() : ''
    return name && EXECUTOR.test(before) ? [surnameOf(name[0])] : []
  })
}

const surnameOf = (name: string): string => plain(/\p{Lu}[\p{Ll}ё'’-]+(?:-\p{Lu}\p{Ll}+)?/u.exec(name)?.[0] ?? name)

/** Lines put together where one goes on in the next. */
function wholeLines(lines: readonly SeenLine[], known: Known): Words[] {
  const whole: Words[] = []
  let blank = true
  for (const line of lines) {
    const previous = whole.at(-1)
    if (isBlank(line)) blank = true
    else if (previous && goesOn(previous.text, line.words.text, blank)) {
      whole[whole.length - 1] = joined(
        [previous, line.words],
        tornWord(previous.text, line.words.text, known) ? '' : ' ',
      )
      blank = false
    } else {
      whole.push(line.words)
      blank = false
    }
  }
  return whole
}

function goesOn(before: string, line: string, blank: boolean): boolean {
  if (/^\p{Lu}$/u.test(before) && /^\p{Lu}/u.test(line)) return true
  if (openQuote(before)) return true
  if (/[;,]$/u.test(before)) return before.endsWith(',') && GOES_ON.test(line)
  if (blank) return /^\(/u.test(line)
  if (/^\p{Lu}\. ?\p{Lu}\.?/u.test(line) && !NAME.test(line)) return true
  if (/^\(/u.test(line) || UNFINISHED.test(tailOf(before))) return true
  return /^\p{Ll}/u.test(line) && (GOES_ON.test(line) || !EXECUTOR.test(line) || ADJECTIVE.test(tailOf(before)))
}

/** «Р» and «РИБЦ» where the paper has «РРИБЦ»; «библиоте-» and «кари». */
function tornWord(before: string, line: string, known: Known): boolean {
  const first = /^[\p{L}-]+/u.exec(line)?.[0] ?? ''
  const last = /[\p{L}-]+$/u.exec(tailOf(before))?.[0] ?? ''
  return last !== '' && first !== '' && last.length <= 2 && known.words.has(plain(last + first))
}

function openQuote(text: string): boolean {
  if (text.length > 400) return false
  let depth = 0
  for (const char of text) {
    if (char === '«' || char === '(') depth += 1
    else if (char === '»' || char === ')') depth = Math.max(depth - 1, 0)
  }
  return depth > 0 && (text.match(/[«(]/gu) ?? []).length > (text.match(/[»)]/gu) ?? []).length
}

/** Parts between semicolons, commas and strokes that name another. */
function severed(line: Words, known: Known): Words[] {
  const found: Words[] = []
  let from = 0
  let quoted = false
  let depth = 0
  const { text } = line
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at)
    if (char === '"') quoted = !quoted
    else if (char === '(' || char === '«') depth += 1
    else if (char === ')' || char === '»') depth = Math.max(depth - 1, 0)
    if (char === ';' ? depth > 1 : quoted || depth > 0) continue
    const before = text.slice(Math.max(from, at - AHEAD), at).trim()
    if (parts(char, before, text.slice(at + 1, at + 1 + AHEAD * 2), text.charAt(at - 1), known)) {
      found.push(part(line, from, at))
      from = at + 1
      quoted = false
      depth = 0
    }
  }
  found.push(part(line, from))
  return found.map(tidy).filter((words) => /[\p{L}\p{N}]/u.test(words.text))
}

/** How far one looks after a comma. */
const AHEAD = 120

function parts(char: string, before: string, after: string, previous: string, known: Known): boolean {
  if (char === ';') return true
  if (char !== ',' && char !== '/') return false
  const next = after.slice(0, AHEAD).trimStart()
  if (next === '' || before === '') return false
  if (char === '/') return (/\s/u.test(previous) || /^\s/u.test(after) || previous === '.') && /^[\p{L}«"]/u.test(next)
  return isAnother(before, next, known)
}

/** A school with its number, and nothing after it. */
const WORKPLACE =
  /^(?:\p{Lu}{2,8}\s+)?(?:СОШ|ООШ|НОШ|СШ|ОШ|[Шш]кол\p{Ll}+|[Гг]имнази\p{Ll}+|[Лл]ице\p{Ll}+)\s*№\s*\d+\s*\.?$/u

function isAnother(before: string, next: string, known: Known): boolean {
  if (ADDRESS.test(next) || GOES_ON.test(next)) return false
  const piece = /^[^,;]*/u.exec(next)?.[0].trim() ?? ''
  if (/(?:^| )по \p{Lu}{2,5}$/u.test(before) && /^\p{Lu}{2,5}$/u.test(piece)) return false
  const name = NAME.exec(before)
  // «Ухова Л.Б., МАОУ СОШ № 18»: where she works.
  if (name?.index === 0 && name[0].length === before.length && WORKPLACE.test(next)) return false
  if (name && name.index + name[0].length === before.length && POSITION.test(piece) && !NAME.test(piece)) {
    // «Пчелинцева Г.А., руководитель РМО» is one person, unless she is somebody else elsewhere in the paper.
    return name.index > 0 || known.holders.has(surnameOf(name[0]))
  }
  return /^[\p{Lu}«"“„]/u.test(next) || EXECUTOR.test(next)
}

/** Without bullets and stops; the stop of initials and abbreviations stays. */
function tidy(words: Words): Words {
  const bare = trimmed(withoutEnd(withoutStart(trimmed(words), /^(?:[-–—•*·]\s*)+/u), /[\s,;:]+$/u))
  return /(?:^|[^\p{L}])(?:\p{Lu}|др|пр|г|с|п|т\.[дп])\.$/u.test(tailOf(bare.text)) ? bare : withoutEnd(bare, /\.+$/u)
}
