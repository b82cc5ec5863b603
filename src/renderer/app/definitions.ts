import type { Definition } from '@shared/contract/core'

/**
 * The contract's declarations, for what the window asks of them: which records an answer depends on, and whether a command
 * can be undone. They are a fifth of the window's code and not needed to show the first screen, so they come after it.
 */
type Find = (name: string) => Definition | undefined

let atHand: Find | null = null
let coming: Promise<Find> | null = null

export function fetchDefinitions(): Promise<Find> {
  coming ??= import('@shared/contract').then(({ definitionOf }) => {
    atHand = definitionOf
    return definitionOf
  })
  return coming
}

/** Null while they have not come yet. */
export function definitionsAtHand(): Find | null {
  return atHand
}
