import { Center, Loader, Stack, Text } from '@mantine/core'
import { RouterProvider } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { GuideDock } from '../guide/GuideDock'
import { openGuide } from '../guide/state'
import { followMenu, onAction, useAction } from './actions'
import { call } from './api'
import { StoreStateContext } from './Frame'
import { flushAll } from './flush'
import { followJobs } from './jobs'
import { followKeys } from './keyboard'
import { fetchScreens } from './modules'
import { followChanges, useCall } from './queries'
import { router } from './router'
import { StoreFailed } from './StoreFailed'
import { SchoolYearProvider } from './schoolYear'
import { useStoreState } from './storeState'
import { errorSentence } from './toasts'

const FirstStart = lazy(async () => ({ default: (await import('./FirstStart')).FirstStart }))

/** From a window just opened to the program at work: waiting, trouble with the data, first start, the frame. */
export function Start() {
  const store = useStoreState()
  // Once it has been open, a restart of the store does not take the screens away: the status line tells.
  const [wasReady, setWasReady] = useState(false)
  useEffect(() => {
    if (store.state === 'ready') setWasReady(true)
    if (store.state === 'failed') setWasReady(false)
  }, [store.state])
  useEffect(() => {
    const stops = [
      followChanges(),
      followJobs(),
      followMenu(),
      followKeys(),
      // The shell waits for this answer before it ends the program, on whatever screen.
      onAction('flush', () => void flushAll().then(() => call('shell.flushed', {}))),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [])

  // Screens of the frame take it with what speaks of them.
  useAction('guide', () => openGuide(store.state === 'failed' ? 'safety.md' : 'start.md'))

  return (
    <GuideDock>
      {store.state === 'failed' ? (
        <StoreFailed problem={store.problem} />
      ) : !wasReady && store.state !== 'ready' ? (
        <Waiting text="Открываем данные…" />
      ) : (
        <StoreStateContext value={store}>
          <Opened />
        </StoreStateContext>
      )}
    </GuideDock>
  )
}

function Opened() {
  const status = useCall('app.status', {})
  const isReady = status.data?.initialised === true
  useEffect(() => {
    if (isReady) fetchScreens()
  }, [isReady])
  if (status.error && !status.data) {
    return (
      <StoreFailed
        problem={{
          code: 'internal',
          message: errorSentence(status.error),
          offers: ['retry', 'show-folder', 'quit'],
          backup: null,
        }}
      />
    )
  }
  if (!status.data) return <Waiting text="Открываем данные…" />
  if (!status.data.initialised) {
    return (
      <Suspense fallback={<Waiting text="Открываем данные…" />}>
        <FirstStart />
      </Suspense>
    )
  }
  return (
    <SchoolYearProvider>
      <RouterProvider router={router} />
    </SchoolYearProvider>
  )
}

function Waiting({ text }: { text: string }) {
  const [late, setLate] = useState(false)
  // Nothing moves in the first moments: most starts are quicker than an eye finds a spinner.
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return (
    <Center h="100vh" role="status">
      {late && (
        <Stack align="center" gap="sm">
          <Loader size="sm" />
          <Text c="dimmed">{text}</Text>
        </Stack>
      )}
    </Center>
  )
}
