import type { PagePort } from '../gate/page-port.ts'
import { ofForm, type Written, wrapForms, wrapRequests } from '../gate/page-wrapper.ts'

/** Recorder in the page's own world → picker in ours. */
export interface FromRecorder {
  method: string
  url: string
  /** Null where the body cannot be read. */
  fields: Record<string, string> | null
}

/** The longest value that is passed on whole, UTF-16 units: a draft's body must be recognised in it. */
const LONGEST = 10_000_000
/** A script that asks something just after a press is asking because of it; one that asks later does so by itself. Milliseconds. */
const PRESSED = 1000

type Window_ = Window & typeof globalThis

/**
 * Runs in the page's own world while a press of 发布 or 保存草稿 is learnt. Holds every request that the page would send from it, as
 * the gate does, and tells what it was; nothing goes out and the page stays where it is. The browser's own stop lies behind this, for
 * a page that gets round it. Answers what to do with the port; a message on it ends the recording.
 */
export function recordPage(window: Window_): (port: PagePort<FromRecorder>) => () => void {
  let tell: (request: FromRecorder) => void = () => {}
  let pressedAt = Number.NEGATIVE_INFINITY
  const note = (event: Event): void => {
    if (event.isTrusted) pressedAt = performance.now()
  }
  const holds = (way: string, request: Written): boolean => {
    const byScript = way === 'fetch' || way === 'xhr'
    // A clock that asks for new messages is not what was pressed; it is held all the same, for nothing may leave.
    if (!(byScript && request.method.toUpperCase() === 'GET' && performance.now() - pressedAt > PRESSED))
      tell({ method: request.method.toUpperCase(), url: request.url, fields: fieldsOf(request) })
    return true
  }
  const undo = [...wrapForms(window, holds), ...wrapRequests(window, holds)]
  const onSubmit = (event: SubmitEvent): void => {
    if (event.defaultPrevented) return
    event.preventDefault()
    holds('submit', ofForm(event.target, event.submitter))
  }
  window.addEventListener('click', note, true)
  window.addEventListener('submit', onSubmit)

  return (port) => {
    tell = port.post
    return () => {
      for (const put of undo) put()
      window.removeEventListener('click', note, true)
      window.removeEventListener('submit', onSubmit)
      port.close()
    }
  }
}

function fieldsOf(request: Written): FromRecorder['fields'] {
  const names = request.names()
  if (names === null) return null
  const values = names.slice(0, 300).map((name) => [name, request.field(name)] as const)
  return Object.fromEntries(
    values.filter((one): one is [string, string] => typeof one[1] === 'string' && one[1].length <= LONGEST),
  )
}
