import { readdirSync, readFileSync } from 'node:fs'

/** A process and all it started, each with its share of memory (PSS: what is shared is counted once, in parts). Linux. */
export interface Share {
  pid: number
  /** `--type` of Chromium's processes, the script of a Node, or the program itself. */
  kind: string
  mib: number
}

function parents(): Map<number, number> {
  const found = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      found.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
    } catch {
      // Ended meanwhile.
    }
  }
  return found
}

function kindOf(pid: number): string {
  const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split(/[\0 ]/)
  const type = words.find((word) => word.startsWith('--type='))?.slice(7)
  const service = words.find((word) => word.startsWith('--utility-sub-type='))?.slice(19)
  return (
    service ??
    type ??
    words
      .find((word) => word.endsWith('.js'))
      ?.split('/')
      .at(-1) ??
    'browser'
  )
}

export function memoryOf(root: number): Share[] {
  const parentOf = parents()
  const belongs = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined && at > 1; at = parentOf.get(at))
      if (at === root) return true
    return false
  }
  const shares: Share[] = []
  for (const pid of parentOf.keys()) {
    if (!belongs(pid)) continue
    try {
      const kib = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]
      shares.push({ pid, kind: kindOf(pid), mib: Number(kib ?? 0) / 1024 })
    } catch {
      // Ended meanwhile.
    }
  }
  return shares
}
