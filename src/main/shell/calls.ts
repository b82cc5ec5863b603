import { existsSync } from 'node:fs'
import { definitionOf, type Output, type Parsed, type ShellName } from '@shared/contract'
import { shellContract } from '@shared/contract/app'
import { type Answer, AppError } from '@shared/errors'
import { app } from 'electron'
import { type AnswerText, answerText } from '../protocol'
import type { ShellContext } from './context'
import { askForFiles, askForFolder, askWhereToSave } from './system/dialogs'
import { openExternal, openPath, showInFolder } from './system/external'
import { paperToPdf, paperToPrinter } from './system/print'

type Handlers = { [N in ShellName]: (input: Parsed<N>) => Promise<Output<N>> | Output<N> }

/** Answers the calls of kind `shell`, checked both ways like any other; hands all others to the store. */
export function answerer(context: ShellContext): (name: string, input: unknown) => Promise<AnswerText> {
  const handlers = shellHandlers(context)
  const answerShell = async (name: ShellName, input: unknown): Promise<Answer<unknown>> => {
    try {
      return { ok: true, value: await run(handlers, name, input) }
    } catch (error) {
      if (error instanceof AppError) return { ok: false, error: error.toFailure() }
      context.log.error(name, error)
      return {
        ok: false,
        error: new AppError(
          'internal',
          'В программе произошла ошибка, действие не выполнено. Повторите его.',
        ).toFailure(),
      }
    }
  }
  return async (name, input) =>
    isShellName(name) ? answerText(await answerShell(name, input)) : context.store.callText(name, input)
}

const isShellName = (name: string): name is ShellName => Object.hasOwn(shellContract, name)

async function run<N extends ShellName>(handlers: Handlers, name: N, input: unknown): Promise<Output<N>> {
  const definition = shellContract[name]
  const parsed = definition.input.safeParse(input)
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join('.')
    throw new AppError('invalid-input', 'Неверные данные команды.', path)
  }
  const value: unknown = await handlers[name](parsed.data as Parsed<N>)
  return definition.output.parse(value) as Output<N>
}

function shellHandlers(context: ShellContext): Handlers {
  /** Files written for this window since it was opened: only these are opened for it. */
  const written = new Set<string>()
  const { store, settings } = context

  const ownFile = (file: string): string => {
    if (!written.has(file))
      throw new AppError('sender-refused', 'Открываются только файлы, сохранённые в этой программе.', 'file')
    if (!existsSync(file))
      throw new AppError('not-found', `Файла «${file}» уже нет: его перенесли или удалили.`, 'file')
    return file
  }

  const restore = async (file: string | null): Promise<void> => {
    const answer = await store.restore(file)
    if (!answer.ok) throw AppError.fromFailure(answer.error)
  }

  return {
    'shell.info': () => ({
      version: app.getVersion(),
      electron: process.versions.electron,
      chromium: process.versions.chrome,
      platform: process.platform,
      dataDir: context.dataDir(),
      theme: settings.get().theme,
    }),
    'shell.storeState': () => store.state,

    async 'shell.saveAs'({ job, input, suggestedName, kind }) {
      if (definitionOf(job)?.kind !== 'job') throw new AppError('unknown-call', `Работы «${job}» нет.`, 'job')
      const file = await askWhereToSave(context.window(), settings, suggestedName, kind)
      if (file === null) return null
      const answer = await store.call(job, { ...input, out: file })
      if (!answer.ok) throw AppError.fromFailure(answer.error)
      written.add(file)
      return { file }
    },
    async 'shell.openFile'({ file }) {
      if (!(await openPath(ownFile(file)))) {
        throw new AppError(
          'file-unreadable',
          `Не удалось открыть «${file}»: на компьютере нет программы для таких файлов.`,
          'file',
        )
      }
      return {}
    },
    'shell.showInFolder'({ file }) {
      showInFolder(ownFile(file))
      return {}
    },
    async 'shell.openExternal'({ url }) {
      await openExternal(url)
      return {}
    },
    async 'shell.chooseFiles'({ title, extensions, multiple }) {
      return { files: await askForFiles(context.window(), title, extensions, multiple) }
    },
    async 'shell.chooseFolder'({ title }) {
      return { folder: await askForFolder(context.window(), title, app.getPath('documents')) }
    },

    async 'shell.print'({ html, title, to }) {
      if (to === 'printer') {
        await paperToPrinter(context.papers, html)
        return { file: null }
      }
      const file = await askWhereToSave(context.window(), settings, title, 'pdf')
      if (file === null) return { file: null }
      await paperToPdf(context.papers, html, file)
      written.add(file)
      return { file }
    },
    'shell.setTheme'({ theme }) {
      context.setTheme(theme)
      return {}
    },

    async 'shell.restoreNewest'() {
      await restore(null)
      return {}
    },
    async 'shell.restore'({ file }) {
      const chosen =
        file ?? (await askForFiles(context.window(), 'Какую резервную копию вернуть', ['sqlite'], false))[0]
      if (chosen === undefined) return { restored: false }
      await restore(chosen)
      return { restored: true }
    },
    async 'shell.chooseDataFolder'() {
      const dir = await askForFolder(context.window(), 'Где хранить данные', context.dataDir())
      if (dir === null) return { chosen: false }
      await context.openDataDir(dir)
      return { chosen: true }
    },
    async 'shell.showDataFolder'() {
      await openPath(context.dataDir())
      return {}
    },
    async 'shell.retryStore'() {
      await store.reopen()
      return {}
    },
    'shell.paste'() {
      context.window()?.webContents.paste()
      return {}
    },
    'shell.flushed'() {
      context.flushed()
      return {}
    },
    'shell.quit'() {
      context.quit()
      return {}
    },
  }
}
