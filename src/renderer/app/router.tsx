import { createHashHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { ErrorView } from './ErrorView'
import { Frame } from './Frame'
import { modules } from './modules'
import { NoSuchPlace } from './NoSuchPlace'

const root = createRootRoute({ component: Frame, notFoundComponent: NoSuchPlace })

/** Every page of every module; plain paths, made at run time (see navigation.ts). */
const routes = modules.flatMap((one) =>
  [{ path: one.path, component: one.component }, ...(one.pages ?? []), ...(one.links ?? [])].map((page) =>
    createRoute({ getParentRoute: () => root, path: page.path, component: page.component }),
  ),
)

export const router = createRouter({
  routeTree: root.addChildren(routes),
  history: createHashHistory(),
  defaultPreload: false,
  defaultErrorComponent: ({ error, reset }) => (
    <ErrorView error={error instanceof Error ? error : new Error(String(error))} onRetry={reset} />
  ),
})
