import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import type { Output, Parsed } from '@shared/contract'
import type { PaperKind } from '@shared/contract/old-papers'
import { AppError } from '@shared/errors'
import type { JobContext } from '../context'
import { readPaper } from './reading/client'
import { sameBytes } from './staging'

type Done = Output<'oldPapers.read'>
type One = Done['papers'][number]

/** What a folder is looked through for; a file named by itself is read whatever it is called. */
const papers = new Set(['.docx', '.docm', '.doc', '.txt'])
/** Papers of one folder and those in it: more is not a folder of protocols. */
const most = 5000
const deepest = 8

/** Reads files one after another and stages each. What one file is like does not stop the others. */
export async function readFiles(context: JobContext, { files, as }: Parsed<'oldPapers.read'>): Promise<Done> {
  context.progress(0, null, 'Ищем документы')
  const all = await expand(context, files)
  const done: Done = { papers: [], read: 0, failed: 0, repeated: 0 }
  for (const [index, file] of all.entries()) {
    context.progress(index, all.length, `Читается «${basename(file)}»`)
    const one = await readOne(context, file, as)
    done.papers.push(one.paper)
    done[one.outcome]++
  }
  return done
}

async function readOne(
  context: JobContext,
  file: string,
  as: PaperKind | null,
): Promise<{ paper: One; outcome: 'read' | 'failed' | 'repeated' }> {
  const name = basename(file)
  try {
    const { original, understood, hash } = await readPaper(file, as, context.today())
    const before = sameBytes(context.raw, hash)
    if (before) {
      const duplicate = `Этот же файл уже загружен: «${before.file}»`
      return {
        paper: { id: before.id, file: name, state: 'review', code: '', failure: '', duplicate },
        outcome: 'repeated',
      }
    }
    if (understood === null) throw unlike(name)
    const { id, duplicate } = await stage(context, file, { hash, original, understood, failure: '' })
    return { paper: { id, file: name, state: 'review', code: '', failure: '', duplicate }, outcome: 'read' }
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'cancelled') throw error
    const { code, message: failure } = error
    const { id } = await stage(context, file, { hash: '', original: null, understood: null, failure })
    return { paper: { id, file: name, state: 'failed', code, failure, duplicate: '' }, outcome: 'failed' }
  }
}

type Staged = Omit<Parsed<'oldPapers.stage'>, 'file' | 'folder'>

async function stage(context: JobContext, file: string, staged: Staged): Promise<{ id: number; duplicate: string }> {
  const input = { file: basename(file), folder: dirname(file), ...staged }
  return (await context.command('oldPapers.stage', input)) as { id: number; duplicate: string }
}

const unlike = (name: string): AppError =>
  new AppError(
    'paper-unrecognised',
    `«${name}» не похож ни на протокол, ни на дорожную карту или план. Если это всё-таки протокол или план, загрузите его, выбрав вид.`,
  )

/** Files as named, and papers of named folders in the order people count: «протокол 2» before «протокол 10». */
async function expand(context: JobContext, files: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const file of files) {
    const info = await stat(file).catch(() => null)
    if (info?.isDirectory() === true) await walk(context, file, 0, found)
    else found.push(file)
  }
  const all = [...new Set(found)]
  if (all.length > most) {
    throw new AppError(
      'invalid-input',
      `В папке больше ${most} документов. Выберите папку поменьше или сами файлы.`,
      'files',
    )
  }
  if (all.length === 0) {
    throw new AppError(
      'file-missing',
      'В папке нет документов Word и текстовых файлов. Выберите другую папку.',
      'files',
    )
  }
  return all
}

async function walk(context: JobContext, folder: string, depth: number, found: string[]): Promise<void> {
  context.checkCancelled()
  if (depth > deepest || found.length > most) return
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  entries.sort((a, b) => a.name.localeCompare(b.name, 'ru', { numeric: true }))
  for (const entry of entries) {
    const path = join(folder, entry.name)
    // «~$» are Word's locks of open files.
    if (entry.name.startsWith('.') || entry.name.startsWith('~$')) continue
    if (entry.isDirectory()) await walk(context, path, depth + 1, found)
    else if (papers.has(extname(entry.name).toLowerCase())) found.push(path)
  }
}
