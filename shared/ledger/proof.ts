import { fromBase64, toBase64 } from './base64.ts'
import { HASH_BYTES } from './hash.ts'
import { MAX_SIZE } from './stored-hashes.ts'

/** 存证证明 in the text format of C2SP tlog-proof: where the leaf is, its audit path, and the signed checkpoint, verbatim. */
export interface TlogProof {
  readonly index: number
  readonly path: readonly Uint8Array[]
  /** A signed note; who signed it is for the reader to check. */
  readonly checkpoint: string
}

const HEADER = 'c2sp.org/tlog-proof@v1'

/** The proof as text, to be kept as a `.tlog-proof` file. */
export function formatProof(proof: TlogProof): string {
  const path = proof.path.map((hash) => `${toBase64(hash)}\n`).join('')
  return `${HEADER}\nindex ${proof.index}\n${path}\n${proof.checkpoint}`
}

/** Inverse of {@link formatProof}, or null. An `extra` line is read over, as C2SP allows it and says not to trust it. */
export function parseProof(text: string): TlogProof | null {
  const end = text.indexOf('\n\n')
  if (end < 0) return null
  const lines = text.slice(0, end).split('\n')
  if (lines.shift() !== HEADER) return null
  if (lines[0]?.startsWith('extra ') && fromBase64(lines.shift()!.slice(6)) === null) return null
  const index = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? '')?.[1]
  if (index === undefined || Number(index) > MAX_SIZE || lines.length > 64) return null
  const path = lines.map(fromBase64)
  if (!path.every((hash) => hash?.length === HASH_BYTES)) return null
  return { index: Number(index), path: path as Uint8Array[], checkpoint: text.slice(end + 2) }
}
