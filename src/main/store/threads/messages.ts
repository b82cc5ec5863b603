import type { Answer } from '@shared/errors'
import type { SessionOptions } from '../session'

/** What threads are started with; plain data, since it crosses a thread border. */
export type ThreadData = Pick<SessionOptions, 'folder' | 'version' | 'author'>

export type ToThread =
  | { type: 'command'; id: number; name: string; input: unknown; operation: string | undefined }
  | { type: 'job'; id: number; name: string; input: unknown }
  | { type: 'cancel'; id: number }
  /** The writer's answer to a command that a job asked for. */
  | { type: 'commanded'; id: number; answer: Answer<unknown> }
  | { type: 'close' }

export type FromThread =
  | { type: 'ready' }
  | { type: 'answer'; id: number; answer: Answer<unknown>; topics: string[] }
  | { type: 'progress'; id: number; done: number; total: number | null; text: string }
  | { type: 'command'; id: number; name: string; input: unknown }
