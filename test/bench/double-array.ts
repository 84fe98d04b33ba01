/**
 * A plain double-array trie, the structure that fast JavaScript segmenters use, walked from every position of the text. Written for
 * the bench: what the matcher must hold its own against where its anchors are crowded.
 */
export interface DoubleArray {
  /** Class of a unit, frequent units first; 0 = in no term. */
  readonly classes: Uint16Array
  /** [base, parent, term + 1 or 0] a state. State 1 is the root. */
  readonly states: Int32Array
}

interface Node {
  readonly children: Map<number, Node>
  term: number
  state: number
}

export function buildDoubleArray(terms: readonly string[]): DoubleArray {
  const classes = classesOf(terms)
  const root: Node = { children: new Map(), term: 0, state: 1 }
  for (const [index, term] of terms.entries()) {
    let node = root
    for (let at = 0; at < term.length; at += 1) {
      const unit = classes[term.charCodeAt(at)]!
      let child = node.children.get(unit)
      if (child === undefined) {
        child = { children: new Map(), term: 0, state: 0 }
        node.children.set(unit, child)
      }
      node = child
    }
    node.term = index + 1
  }
  return { classes, states: place(root) }
}

function classesOf(terms: readonly string[]): Uint16Array {
  const counts = new Map<number, number>()
  for (const term of terms)
    for (let at = 0; at < term.length; at += 1)
      counts.set(term.charCodeAt(at), (counts.get(term.charCodeAt(at)) ?? 0) + 1)
  const classes = new Uint16Array(0x10000)
  for (const [index, [unit]] of [...counts].sort((a, b) => b[1] - a[1]).entries()) classes[unit] = index + 1
  return classes
}

/** Puts each node's children where all their places are free, first fit. */
function place(root: Node): Int32Array {
  let states = new Int32Array(3 * 1024)
  let firstFree = 2
  let last = 1
  const open = [root]
  for (let next = 0; next < open.length; next += 1) {
    const node = open[next]!
    const units = [...node.children.keys()]
    if (units.length === 0) continue
    while (states[3 * firstFree + 1] !== 0) firstFree += 1
    const most = Math.max(...units)
    const isFree = (base: number) => units.every((unit) => states[3 * (base + unit) + 1] === 0)
    let base = Math.max(1, firstFree - Math.min(...units))
    for (; ; base += 1) {
      if (3 * (base + most + 2) > states.length) states = doubled(states, 3 * (base + most + 2))
      if (isFree(base)) break
    }
    states[3 * node.state] = base
    for (const [unit, child] of node.children) {
      child.state = base + unit
      states[3 * child.state + 1] = node.state
      states[3 * child.state + 2] = child.term
      last = Math.max(last, child.state)
      open.push(child)
    }
  }
  const room = new Int32Array(3 * (last + 0x10000))
  room.set(states.subarray(0, Math.min(states.length, 3 * (last + 1))))
  return room
}

function doubled(states: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const next = new Int32Array(2 * Math.max(states.length, least))
  next.set(states)
  return next
}

export function scanDoubleArray(
  { classes, states }: DoubleArray,
  text: string,
  onHit: (start: number, end: number, term: number) => void,
): void {
  for (let start = 0; start < text.length; start += 1) {
    let state = 1
    for (let at = start; at < text.length; at += 1) {
      const unit = classes[text.charCodeAt(at)]!
      if (unit === 0) break
      const next = states[3 * state]! + unit
      if (states[3 * next + 1] !== state) break
      state = next
      const term = states[3 * state + 2]!
      if (term !== 0) onHit(start, at + 1, term - 1)
    }
  }
}
