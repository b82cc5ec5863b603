import type { CallName, Input, Output } from '@shared/contract'
import type { EventName, Events } from '@shared/contract/app'
import { type Answer, AppError } from '@shared/errors'
import type {} from '../../preload/bridge'

/** @throws AppError with the sentence to show */
export async function call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> {
  const answer = JSON.parse(await window.metodist.ask(name, input)) as Answer<unknown>
  if (!answer.ok) throw AppError.fromFailure(answer.error)
  return answer.value as Output<N>
}

/** Listens to an event of the application; answers how to stop. */
export function subscribe<N extends EventName>(event: N, listener: (payload: Events[N]) => void): () => void {
  return window.metodist.subscribe(event, listener)
}

/** Full paths of files that were dropped on the window. */
export function pathsOf(files: readonly File[]): string[] {
  return window.metodist.pathsOf(files).filter((path) => path !== '')
}

/** The nonce of this load: styles made at run time carry it, or the content policy drops them. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
}
