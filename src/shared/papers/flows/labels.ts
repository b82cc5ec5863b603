/**
 * A name in so many letters a line, in one line or two. «№ 5» is not parted. What does not fit is cut in the middle: schools
 * of one kind differ at the end of their names.
 */
export function fitLines(name: string, letters: number, most: 1 | 2): string[] {
  const room = Math.max(6, Math.floor(letters))
  const whole = name.replace(/№ (?=\d)/gu, '№\u00A0')
  if (whole.length <= room) return [whole]
  if (most === 1) return [cut(whole, room)]
  const at = breakAt(whole, room)
  return [whole.slice(0, at).trimEnd(), cut(whole.slice(at).trimStart(), room)]
}

function breakAt(name: string, room: number): number {
  const space = name.lastIndexOf(' ', room)
  return space > room / 3 ? space : room
}

function cut(text: string, room: number): string {
  if (text.length <= room) return text
  const number = /[\s\u00A0]*№\u00A0\d+\D{0,2}$/u.exec(text)?.[0] ?? ''
  const tail = number !== '' && number.length < room / 2 ? ` ${number.trim()}` : ''
  return `${text.slice(0, room - 1 - tail.length).trimEnd()}…${tail}`
}
