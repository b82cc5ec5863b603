/** The reading thread tells that it is alive; elsewhere nobody listens. */
let tell: () => void = () => undefined
let last = 0

export function listenToPulse(listener: () => void): void {
  tell = listener
}

/** Call it while working: told of twice a second at most. */
export function pulse(): void {
  const now = Date.now()
  if (now - last < 500) return
  last = now
  tell()
}
