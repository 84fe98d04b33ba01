import { createHash } from 'node:crypto'

/**
 * A second implementation of the Merkle tree, written from the text of RFC 6962 §2.1 alone: recursion over lists of leaf data, on Node's
 * own SHA-256. It shares nothing with shared/ledger, so that the two can only agree by both being right. Slow on purpose.
 */
const sha256 = (...parts: Uint8Array[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

type Leaves = readonly Uint8Array[]

/** §2.1: MTH({}) = SHA-256(); MTH({d0}) = SHA-256(0x00 || d0); MTH(D[n]) = SHA-256(0x01 || MTH(D[0:k]) || MTH(D[k:n])). */
export function MTH(D: Leaves): Buffer {
  const n = D.length
  if (n === 0) return sha256()
  if (n === 1) return sha256(Buffer.from([0x00]), D[0]!)
  const k = split(n)
  return sha256(Buffer.from([0x01]), MTH(D.slice(0, k)), MTH(D.slice(k, n)))
}

/** §2.1.1: the audit path for the (m+1)th input D[m]. */
export function PATH(m: number, D: Leaves): Buffer[] {
  const n = D.length
  if (n === 1 && m === 0) return []
  const k = split(n)
  if (m < k) return [...PATH(m, D.slice(0, k)), MTH(D.slice(k, n))]
  return [...PATH(m - k, D.slice(k, n)), MTH(D.slice(0, k))]
}

/** §2.1.2: the consistency proof for a previous tree of the first m leaves, 0 < m < n (and m = n: nothing to prove). */
export function PROOF(m: number, D: Leaves): Buffer[] {
  return SUBPROOF(m, D, true)
}

function SUBPROOF(m: number, D: Leaves, b: boolean): Buffer[] {
  const n = D.length
  if (m === n) return b ? [] : [MTH(D)]
  const k = split(n)
  if (m <= k) return [...SUBPROOF(m, D.slice(0, k), b), MTH(D.slice(k, n))]
  return [...SUBPROOF(m - k, D.slice(k, n), false), MTH(D.slice(0, k))]
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
