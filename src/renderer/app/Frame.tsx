import { useMediaQuery } from '@mantine/hooks'
import type { StoreState } from '@shared/contract/app'
import { Outlet, useRouter, useRouterState } from '@tanstack/react-router'
import { createContext, useContext, useState } from 'react'
import { openGuide, useGuide } from '../guide/state'
import { guideOf } from '../guide/targets'
import { FileDrop } from '../modules/imports/FileDrop'
import { useAction } from './actions'
import { CommandPalette } from './CommandPalette'
import { ErrorBoundary } from './ErrorBoundary'
import classes from './Frame.module.css'
import { KeysHelp } from './KeysHelp'
import { Navigation } from './Navigation'
import { StatusLine } from './statusLine'
import { TopBar } from './TopBar'
import { useMenuActions } from './useMenuActions'

export const StoreStateContext = createContext<StoreState>({ state: 'starting' })

const NARROW = 'navigation:narrow'

/** Navigation on the left, the switch and search on top, the screen, the status line. */
export function Frame() {
  const store = useContext(StoreStateContext)
  const place = useRouterState({ select: (state) => state.location.pathname })
  const router = useRouter()
  const guide = useGuide()
  const [wish, setWish] = useState(() => localStorage.getItem(NARROW))
  const isSmall = useMediaQuery('(max-width: 1099px)')
  // On a small or enlarged screen the work needs the room; what the person chose herself stays.
  const narrow = wish === null ? isSmall === true || guide.isOpen : wish === 'yes'
  const [palette, setPalette] = useState(false)
  const [keys, setKeys] = useState(false)
  useMenuActions()
  useAction('search', () => setPalette(true))
  useAction('keys', () => setKeys(true))
  useAction('guide', () => {
    const { pathname, search } = router.state.location
    openGuide(guideOf(pathname, search))
  })
  useAction('toggle:navigation', () => {
    const next = narrow ? 'no' : 'yes'
    localStorage.setItem(NARROW, next)
    setWish(next)
  })
  return (
    <div className={classes.frame} data-narrow={narrow || undefined}>
      <Navigation narrow={narrow} />
      <div className={classes.work}>
        <TopBar onSearch={() => setPalette(true)} />
        <main className={classes.screen}>
          <ErrorBoundary place={place}>
            <Outlet />
          </ErrorBoundary>
        </main>
      </div>
      <div className={classes.status}>
        <StatusLine store={store} />
      </div>
      <CommandPalette opened={palette} onClose={() => setPalette(false)} />
      <FileDrop />
      <KeysHelp opened={keys} onClose={() => setKeys(false)} />
    </div>
  )
}
