import type { Graph } from './graph'
import { at } from './ints'

/** Sets of the supplies and demands of a component as bits, 32 to a word: what a search for a path is made of. */
export interface Layout {
  /** Words in a set of supplies or of demands of the component. */
  supplyWords: Int32Array
  demandWords: Int32Array
  /** Where the set of demands of a supply begins, and the set of supplies of a demand. */
  row: Int32Array
  column: Int32Array
  rows: number
  columns: number
  /** Where a component's own sets begin. */
  supplySet: Int32Array
  demandSet: Int32Array
  supplySets: number
  demandSets: number
}

export function layoutOf(graph: Graph): Layout {
  const { components, componentSupplies, componentDemands } = graph
  const words = (start: Int32Array): Int32Array =>
    Int32Array.from({ length: components }, (_, c) => (at(start, c + 1) - at(start, c) + 31) >>> 5)
  const supplyWords = words(componentSupplies)
  const demandWords = words(componentDemands)
  const row = new Int32Array(graph.supplies)
  const column = new Int32Array(graph.demands)
  const supplySet = new Int32Array(components)
  const demandSet = new Int32Array(components)
  let [rows, columns, supplySets, demandSets] = [0, 0, 0, 0]
  for (let c = 0; c < components; c++) {
    for (let i = at(componentSupplies, c); i < at(componentSupplies, c + 1); i++, rows += at(demandWords, c))
      row[i] = rows
    for (let j = at(componentDemands, c); j < at(componentDemands, c + 1); j++, columns += at(supplyWords, c)) {
      column[j] = columns
    }
    supplySet[c] = supplySets
    demandSet[c] = demandSets
    supplySets += at(supplyWords, c)
    demandSets += at(demandWords, c)
  }
  return { supplyWords, demandWords, row, column, rows, columns, supplySet, demandSet, supplySets, demandSets }
}

/** Bit of the lowest one. */
export const lowest = (word: number): number => 31 - Math.clz32(word & -word)

export function ones(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

export function setBit(words: Int32Array, start: number, bit: number, on: boolean): void {
  const word = start + (bit >>> 5)
  const mask = 1 << (bit & 31)
  words[word] = on ? at(words, word) | mask : at(words, word) & ~mask
}
