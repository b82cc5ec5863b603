import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './app/global.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { styleNonce } from './app/api'
import { ErrorBoundary } from './app/ErrorBoundary'
import { askAhead, queryClient } from './app/queries'
import { Start } from './app/Start'
import { cssVariables, theme } from './app/theme'

// zod's compiled parsers need eval, which the content policy forbids. It comes with the first screen that checks what is
// typed, and reads its settings from here.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
// Libraries that add styles at run time (scroll locks) read the nonce from here: the convention of `get-nonce`.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() })

void askAhead().catch(() => undefined)

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      {/* «auto»: the shell sets the theme of the whole window, and the page sees it as the system's. */}
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="auto"
        getStyleNonce={styleNonce}
      >
        <QueryClientProvider client={queryClient}>
          <Notifications position="bottom-right" limit={4} />
          <ErrorBoundary>
            <Start />
          </ErrorBoundary>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  )
}
