// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const special = /[&<>"\u0000-\u0008\u000b-\u001f\ufffe\uffff\ud800-\udfff]|_x[0-9a-fA-F]{4}_/
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const unwritable = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text of an element or attribute. What XML cannot hold is left out: a file with it does not open at all. */
export function xml(text: string): string {
  if (!special.test(text)) return text
  return (
    text
      .replace(/\r\n?/g, '\n')
      .replace(unwritable, '')
      .replace(loneSurrogate, '\ufffd')
      // Excel would read such text of a person as a character's number.
      .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
      .replace(/[&<>"]/g, (char) => named[char] ?? char)
  )
}

/** «A», «AB»; 0 is A. */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter
}
