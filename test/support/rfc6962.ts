import { createHash } from 'node:crypto'

/**
 * A second implementation of the Merkle tree, written from the text of RFC 6962 §2.1 alone: recursion over lists of leaf data, on Node's
 * own SHA-256. It shares nothing with shared/ledger, so that the two can only agree by both being right. A list is D[from:to] of one array, whose
 * hashes are remembered: the definition asks for the same ones again and again.
 */
const sha256 = (...parts: Uint8Array[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

type Leaves = readonly Uint8Array[]
const known = new WeakMap<Leaves, Map<string, Buffer>>()

/** §2.1: MTH({}) = SHA-256(); MTH({d0}) = SHA-256(0x00 || d0); MTH(D[n]) = SHA-256(0x01 || MTH(D[0:k]) || MTH(D[k:n])). */
export function MTH(D: Leaves, from = 0, to = D.length): Buffer {
  const hashes = known.get(D) ?? new Map<string, Buffer>()
  known.set(D, hashes)
  const list = `${from}:${to}`
  const hash = hashes.get(list) ?? hashOf(D, from, to)
  hashes.set(list, hash)
  return hash
}

function hashOf(D: Leaves, from: number, to: number): Buffer {
  const n = to - from
  if (n === 0) return sha256()
  if (n === 1) return sha256(Buffer.from([0x00]), D[from]!)
  const k = from + split(n)
  return sha256(Buffer.from([0x01]), MTH(D, from, k), MTH(D, k, to))
}

/** §2.1.1: the audit path for the (m+1)th input D[m]. */
export function PATH(m: number, D: Leaves, from = 0, to = D.length): Buffer[] {
  const n = to - from
  if (n === 1 && m === 0) return []
  const k = split(n)
  if (m < k) return [...PATH(m, D, from, from + k), MTH(D, from + k, to)]
  return [...PATH(m - k, D, from + k, to), MTH(D, from, from + k)]
}

/** §2.1.2: the consistency proof for a previous tree of the first m leaves, 0 < m < n (and m = n: nothing to prove). */
export function PROOF(m: number, D: Leaves, to = D.length): Buffer[] {
  return SUBPROOF(m, D, 0, to, true)
}

function SUBPROOF(m: number, D: Leaves, from: number, to: number, b: boolean): Buffer[] {
  const n = to - from
  if (m === n) return b ? [] : [MTH(D, from, to)]
  const k = split(n)
  if (m <= k) return [...SUBPROOF(m, D, from, from + k, b), MTH(D, from + k, to)]
  return [...SUBPROOF(m - k, D, from + k, to, false), MTH(D, from, from + k)]
}

/** The root that an audit path leads to, read off the definition of PATH; null when its length does not fit. */
export function rootFromPath(m: number, n: number, leafHash: Uint8Array, path: Leaves): Buffer | null {
  if (n === 1) return path.length === 0 ? Buffer.from(leafHash) : null
  const last = path.at(-1)
  if (!last) return null
  const k = split(n)
  const inner = m < k ? rootFromPath(m, k, leafHash, path.slice(0, -1)) : null
  if (m < k) return inner && sha256(Buffer.from([0x01]), inner, last)
  const right = rootFromPath(m - k, n - k, leafHash, path.slice(0, -1))
  return right && sha256(Buffer.from([0x01]), last, right)
}

/** Both roots that a consistency proof leads to, read off the definition of PROOF; null when its length does not fit. */
export function rootsFromProof(m: number, n: number, path: Leaves, oldRoot: Uint8Array): [Buffer, Buffer] | null {
  return subRoots(m, n, path, true, oldRoot)
}

function subRoots(m: number, n: number, path: Leaves, b: boolean, oldRoot: Uint8Array): [Buffer, Buffer] | null {
  if (m === n) {
    if (b) return path.length === 0 ? [Buffer.from(oldRoot), Buffer.from(oldRoot)] : null
    return path.length === 1 ? [Buffer.from(path[0]!), Buffer.from(path[0]!)] : null
  }
  const last = path.at(-1)
  if (!last) return null
  const k = split(n)
  if (m <= k) {
    const left = subRoots(m, k, path.slice(0, -1), b, oldRoot)
    return left && [left[0], sha256(Buffer.from([0x01]), left[1], last)]
  }
  const right = subRoots(m - k, n - k, path.slice(0, -1), false, oldRoot)
  return right && [sha256(Buffer.from([0x01]), last, right[0]), sha256(Buffer.from([0x01]), last, right[1])]
}

/** "k is the largest power of two smaller than n". */
function split(n: number): number {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}
