import { definitionOf } from '@shared/contract'
import type { EventName, Events } from '@shared/contract/app'
import { AppError, type ErrorCode } from '@shared/errors'
import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron'
import { type AnswerText, answerText } from '../../protocol'
import { appOrigin } from './app-protocol'

/** The one place where messages of a window come in and events go out. */
export type AnswerCall = (name: string, input: unknown) => Promise<AnswerText>

const refuse = (code: ErrorCode, message: string): AnswerText =>
  answerText({ ok: false, error: new AppError(code, message).toFailure() })

/** Answers calls of the given window's own page and of nobody else. */
export function answerCalls(mainWindow: () => WebContents | null, answer: AnswerCall): void {
  ipcMain.handle('metodist:call', (event, name: unknown, input: unknown): Promise<AnswerText> | AnswerText => {
    if (!isMainPage(event, mainWindow()))
      return refuse('sender-refused', 'Обращение не из главного окна программы отклонено.')
    if (typeof name !== 'string' || definitionOf(name) === undefined) {
      return refuse('unknown-call', 'Такой команды нет.')
    }
    return answer(name, input)
  })
}

function isMainPage(event: IpcMainInvokeEvent, contents: WebContents | null): boolean {
  const frame = event.senderFrame
  if (contents === null || contents.isDestroyed() || event.sender !== contents || !frame) return false
  const main = contents.mainFrame
  const isMain = frame.routingId === main.routingId && frame.processId === main.processId
  // `origin` of a frame of a scheme of ours is the scheme and host; an opaque one is 'null'.
  return isMain && frame.origin === appOrigin
}

export function sendEvent<N extends EventName>(contents: WebContents | null, name: N, payload: Events[N]): void {
  if (contents === null || contents.isDestroyed()) return
  contents.send('metodist:event', name, payload)
}
