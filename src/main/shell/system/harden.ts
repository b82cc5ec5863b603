import { app, type Session, type WebContents } from 'electron'
import { checkExternal, openExternal } from './external'

/** Shuts everything an office program on local data has no use for. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  // The content policy refuses these first; this is for whatever it does not cover.
  const elsewhere = { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*'] }
  session.webRequest.onBeforeRequest(elsewhere, (_details, decide) => decide({ cancel: true }))
  session.setSpellCheckerEnabled(false)
}

export function hardenContents(contents: WebContents): void {
  contents.on('will-navigate', (event, url) => {
    // The window reloads itself; nothing else replaces its page.
    event.preventDefault()
    followIfExternal(url)
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    followIfExternal(url)
    return { action: 'deny' }
  })
}

/** A link in a text («сайт школы») opens in the person's own browser. */
function followIfExternal(url: string): void {
  try {
    checkExternal(url)
  } catch {
    return
  }
  void openExternal(url).catch(() => undefined)
}

/** Doors for debuggers that Chromium opens when asked on the command line: shut in release builds, before they open. */
export function shutDebuggers(): void {
  if (__DEV_SEAMS__) return
  for (const name of [
    'remote-debugging-port',
    'remote-debugging-pipe',
    'remote-debugging-address',
    'js-flags',
    'load-extension',
  ]) {
    app.commandLine.removeSwitch(name)
  }
}

/** Chromium's own errands, none of which may leave a computer without a network. */
export function quietChromium(): void {
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'no-pings',
  ]) {
    app.commandLine.appendSwitch(name)
  }
  app.commandLine.appendSwitch('lang', 'ru')
  app.commandLine.appendSwitch('disable-features', 'MediaRouter,OptimizationHints,AutofillServerCommunication')
}
