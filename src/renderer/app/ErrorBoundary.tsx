import { Component, type ErrorInfo, type ReactNode } from 'react'
import { ErrorView } from './ErrorView'

interface Props {
  children: ReactNode
  /** Changes when the person goes elsewhere: the boundary forgets the failure. */
  place?: string
}

/** A screen that fell over does not take the window with it: what was typed lies in drafts, and the way on is offered. */
export class ErrorBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error }
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack)
  }

  override componentDidUpdate(previous: Props): void {
    if (previous.place !== this.props.place && this.state.error) this.setState({ error: null })
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    return <ErrorView error={error} onRetry={() => this.setState({ error: null })} />
  }
}
