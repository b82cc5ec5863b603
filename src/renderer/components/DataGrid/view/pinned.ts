import type { CSSProperties } from 'react'

export interface PinnedCell {
  'data-pinned'?: true
  'data-pin-edge'?: true
  style?: CSSProperties
}

/** What makes a cell stay in sight when the sheet scrolls sideways; `useFrame` says where each stands. */
export function pinnedCell(position: number, pinned: number): PinnedCell {
  if (position >= pinned) return {}
  return {
    'data-pinned': true,
    ...(position === pinned - 1 ? { 'data-pin-edge': true } : {}),
    style: { left: `var(--pin-${position})` },
  }
}
