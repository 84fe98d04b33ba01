import type { EndpointKey } from '#shared/api/contract.ts'
import type { ProblemCode } from '#shared/api/problem.ts'

declare const requestId: unique symbol
declare const frames: unique symbol
/** A request's id, made by the front (`newRequestId`). A brand, so that no other string is one. */
export type RequestId = string & { readonly [requestId]: true }
/** Places in our own code, and nothing else (`whereOf`). */
export type Frames = string & { readonly [frames]: true }
const FAULTS = ['Error', 'TypeError', 'RangeError', 'SyntaxError', 'ReferenceError', '$ZodError', 'ZodError'] as const
/** What kind of error it was, of a closed list; `other` for a name that we do not know, which might say anything. */
export type FaultName = (typeof FAULTS)[number] | 'other'

/**
 * One line of the log. No field takes a `string`: only numbers, and words of closed lists or made here. So neither a draft's words (`DraftText`) nor a
 * credential (`Secret`) can be passed to it, nor anything that was glued together from them.
 */
export type LogLine =
  | { event: 'request'; requestId: RequestId; endpoint: EndpointKey; status: number; ms: number }
  /** Turned away before it reached a bureau. */
  | { event: 'refused'; requestId: RequestId; code: ProblemCode }
  | { event: 'lost'; requestId: RequestId; fault: FaultName; where: Frames }
  | { event: 'fault'; requestId: RequestId; endpoint: EndpointKey; fault: FaultName; where: Frames }
  | { event: 'sweep'; requestId: RequestId; expired: number; erased: number; forgotten: number; more: boolean }

export type Log = (line: LogLine) => void

/** Structured log lines on standard output, where both `wrangler tail` and plain workerd pick them up. */
export const logToConsole: Log = (line) => console.log(JSON.stringify(line))

export function newRequestId(): RequestId {
  return crypto.randomUUID() as string as RequestId
}

export function faultNameOf(error: unknown): FaultName {
  return FAULTS.find((name) => error instanceof Error && error.name === name) ?? 'other'
}

/** Where in our code an error arose: its frames without its message, which might quote what it was about. */
export function whereOf(error: unknown): Frames {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : []
  // A message of several lines may itself look like frames: a place is ASCII and ends in line and column.
  const places = lines.flatMap((line) => /^\s+at ([\x21-\x7e ]{1,300}:\d+:\d+\)?)$/.exec(line)?.[1] ?? [])
  return places.slice(0, 6).join(' | ') as Frames
}
