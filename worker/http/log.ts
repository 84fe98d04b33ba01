/** One line of the log. Codes, numbers and ids: there is no field that a draft's words could be put into (`DraftText` does not fit any). */
export type LogLine =
  | { event: 'request'; requestId: string; endpoint: string; status: number; ms: number }
  | { event: 'fault'; requestId: string; endpoint: string; fault: string; where: string }
  | { event: 'sweep'; requestId: string; expired: number; erased: number; forgotten: number; more: boolean }

export type Log = (line: LogLine) => void

/** Structured log lines on standard output, where both `wrangler tail` and plain workerd pick them up. */
export const logToConsole: Log = (line) => console.log(JSON.stringify(line))

/** Where in our code an error arose: its frames without its message, which might quote what it was about. */
export function whereOf(error: unknown): string {
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : []
  return frames
    .slice(0, 6)
    .map((line) => line.trim())
    .join(' | ')
}
