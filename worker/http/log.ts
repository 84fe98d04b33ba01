/** One line of the log. Codes, numbers and ids: there is no field that a draft's words could be put into (`DraftText` does not fit any). */
export type LogLine =
  | { event: 'request'; requestId: string; endpoint: string; status: number; ms: number }
  | { event: 'fault'; requestId: string; endpoint: string; fault: string }
  | { event: 'sweep'; requestId: string; expired: number; erased: number }

export type Log = (line: LogLine) => void

/** Structured log lines on standard output, where both `wrangler tail` and plain workerd pick them up. */
export const logToConsole: Log = (line) => console.log(JSON.stringify(line))
