import { JsonRefusal, parseJson } from '#shared/ruleset/json.ts'
import { Refusal } from './refusal.ts'

/** Largest body that is read, bytes. */
export const MAX_BODY_BYTES = 8 * 1024 * 1024

/**
 * So much of a body that is too long is still read, and thrown away. A client that is cut off in the middle of sending never reads the refusal:
 * to it, the Worker is unreachable, and it would send the same again for ever.
 */
const DRAINED_BYTES = 4 * MAX_BODY_BYTES

/** Refuses a request that says itself that it is too long. */
export async function assertLength(request: Request): Promise<void> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) await readBody(request)
}

/** The body as text. Counted while it streams in, so that a length that lies or is missing changes nothing. */
export async function readBody(request: Request): Promise<string> {
  if (!request.body) return ''
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })
  let size = 0
  let text = ''
  try {
    for await (const chunk of request.body as ReadableStream<Uint8Array>) {
      size += chunk.length
      if (size > DRAINED_BYTES) break
      if (size > MAX_BODY_BYTES) text = ''
      else text += decoder.decode(chunk, { stream: true })
    }
    if (size > MAX_BODY_BYTES) throw new Refusal('too-large')
    return text + decoder.decode()
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('malformed-json', '请求内容不是 UTF-8 编码，或没有传完。请重试。')
  }
}

/** Strict JSON: no duplicate key, no key that changes a prototype, no lone surrogate, at most 32 deep. */
export function readJson(text: string): unknown {
  try {
    return parseJson(text)
  } catch (error) {
    if (!(error instanceof JsonRefusal)) throw error
    const faults = [{ path: error.path.slice(0, 500), message: `第 ${error.line} 行：${error.message}`.slice(0, 2000) }]
    throw new Refusal(error.message.includes('嵌套') ? 'too-deep' : 'malformed-json', undefined, { faults })
  }
}
