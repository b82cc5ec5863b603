import type { EventName } from '@shared/contract/app'
import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron'
import type { MetodistBridge } from './bridge'

const events: ReadonlySet<string> = new Set<EventName>(['changed', 'job', 'store', 'menu'])

function pathOf(file: File): string {
  // Electron before 32 has no webUtils and puts the path on the file itself.
  if (webUtils !== undefined) return webUtils.getPathForFile(file)
  const { path } = file as File & { path?: string }
  return path ?? ''
}

const ask: MetodistBridge['ask'] = (name, input) => ipcRenderer.invoke('metodist:call', name, input)

const bridge: MetodistBridge = {
  ask,
  call: async (name, input) => JSON.parse(await ask(name, input)),
  subscribe(event, listener) {
    if (!events.has(event)) throw new Error(`No event ${event}`)
    const handler = (_: IpcRendererEvent, name: string, payload: Parameters<typeof listener>[0]): void => {
      if (name === event) listener(payload)
    }
    ipcRenderer.on('metodist:event', handler)
    return () => {
      ipcRenderer.removeListener('metodist:event', handler)
    }
  },
  pathsOf: (files) => files.map(pathOf),
}

contextBridge.exposeInMainWorld('metodist', bridge)
