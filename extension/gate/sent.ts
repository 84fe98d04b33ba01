import type { Browser } from '../platform/browser.ts'
import { fieldOfText, namesOf, type Outgoing, orInAddress } from './requests.ts'

/** A request that left the browser, as `webRequest.onBeforeRequest` showed it. */
export interface Sent extends Outgoing {
  tabId: number
  requestId: string
}

type Details = Pick<Browser.webRequest.OnBeforeRequestDetails, 'method' | 'url' | 'tabId' | 'requestId' | 'requestBody'>

/**
 * Reads what was sent. A field is `undefined` where it cannot be read for sure: files and Blobs, a field given twice (a server
 * may take either), an encoding other than the profile's. `charset` is the one the profile names.
 */
export function sentOf({ method, url, tabId, requestId, requestBody }: Details, charset: string): Sent {
  return { method, url, tabId, requestId, field: orInAddress(url, bodyReader(requestBody, charset)) }
}

/** The fields of a request that the browser stopped, for learning; null where the body cannot be read. */
export function fieldsSent(details: Details, charset: string): Record<string, string> | null {
  const { requestBody: body } = details
  const { field } = sentOf(details, charset)
  const raw = body?.raw?.map(({ bytes }) =>
    bytes === undefined ? undefined : decodedAll([new Uint8Array(bytes)], charset),
  )
  const names =
    body?.formData === undefined
      ? namesOf(raw?.includes(undefined) ? undefined : raw?.join(''))
      : Object.keys(body.formData)
  if (names === null || raw?.includes(undefined)) return null
  return Object.fromEntries(names.map((name) => [name, field(name) ?? ''] as const))
}

function bodyReader(body: Details['requestBody'], charset: string): Outgoing['field'] {
  if (body === null || body === undefined) return () => null
  if (body.formData !== undefined) {
    const fields = new Map(Object.entries(body.formData as Record<string, unknown[]>))
    return (name) => {
      const values = fields.get(name)
      if (values === undefined) return null
      return values.length === 1 ? decoded(values[0], charset) : undefined
    }
  }
  const parts = body.raw ?? []
  if (parts.some(({ bytes }) => bytes === undefined)) return () => undefined
  const text = decodedAll(
    parts.map(({ bytes }) => new Uint8Array(bytes as ArrayBuffer)),
    charset,
  )
  if (text === undefined) return () => undefined
  return (name) => fieldOfText(text, name)
}

/** The browser gives a string for UTF-8 and the bytes for anything else. */
function decoded(value: unknown, charset: string): string | undefined {
  if (typeof value === 'string') return value
  return value instanceof ArrayBuffer ? decodedAll([new Uint8Array(value)], charset) : undefined
}

function decodedAll(parts: readonly Uint8Array[], charset: string): string | undefined {
  try {
    const decoder = new TextDecoder(charset, { fatal: true })
    return parts.map((part) => decoder.decode(part, { stream: true })).join('') + decoder.decode()
  } catch {
    return undefined
  }
}
