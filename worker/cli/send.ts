import type { Send } from '#shared/api/client.ts'
import { showProgress } from './progress.ts'

/** Sent at once; small enough that a slow line shows movement. */
const PIECE = 64 * 1024
/** Bodies below this are gone before anybody reads a line. */
const SHOWN_FROM = 256 * 1024

/** `fetch` that tells how much of a long body has gone out. */
export const sendWithProgress: Send = async (url, { method, headers, body }) => {
  if (body === undefined || body.length < SHOWN_FROM) return await fetch(url, { method, headers, body: body ?? null })
  const bytes = new TextEncoder().encode(body)
  let at = 0
  const stream = new ReadableStream<Uint8Array>({
    type: 'bytes',
    pull(controller) {
      const piece = bytes.subarray(at, at + PIECE)
      at += piece.length
      showProgress(`上传 ${megabytes(at)} / ${megabytes(bytes.length)} MB`, at === bytes.length)
      // A byte stream takes the piece away from its owner.
      controller.enqueue(piece.slice())
      if (at === bytes.length) controller.close()
    },
  })
  return await fetch(url, { method, headers, body: stream, duplex: 'half' } as RequestInit)
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1)
}
