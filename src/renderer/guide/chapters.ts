import { type Chapter, chapterOf } from './chapter'

/** The guide as it was when the program was built: its text is a part of the window's code, its pictures lie beside. */
const texts = import.meta.glob<string>('../../../docs/guide/*.md', { query: '?raw', import: 'default', eager: true })
const pictures = import.meta.glob<string>('../../../docs/guide/pictures/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
})

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

const read = new Map<string, Chapter>()
for (const [path, text] of Object.entries(texts)) read.set(nameOf(path), chapterOf(nameOf(path), text))

/** The page the guide begins with; its links are the order of the chapters. */
export const FRONT = 'README.md'

export function chapter(file: string): Chapter | undefined {
  return read.get(file)
}

/** In the order the front page names them; one it forgot comes last. */
export const chapters: readonly Chapter[] = inOrder()

function inOrder(): Chapter[] {
  const named = (read.get(FRONT)?.links ?? []).map((link) => link.split('#', 1)[0] ?? '')
  const place = (file: string): number => (named.includes(file) ? named.indexOf(file) : named.length)
  return [...read.values()]
    .filter(({ file }) => file !== FRONT)
    .sort((one, other) => place(one.file) - place(other.file))
}

const byName = new Map(Object.entries(pictures).map(([path, url]) => [nameOf(path), url]))

/** Address of a picture the text names «pictures/desk.png»; undefined for one that is not there. */
export function pictureUrl(href: string): string | undefined {
  return byName.get(nameOf(href))
}
