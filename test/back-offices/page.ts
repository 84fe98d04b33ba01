import { randomBytes } from 'node:crypto'

/** What a back office has got from its pages. */
export interface Received {
  saved: Record<string, string>[]
  published: Record<string, string>[]
}

/** An imitation of a Chinese back office: pages that nobody has written a profile for, and what they send. */
export interface BackOffice {
  /** Where a person starts, and the part of the address of the frame that holds the form. */
  start: string
  form: RegExp
  answer(request: Request, received: Received): Promise<Response | null>
}

/** A name that a program makes up anew with every load of the page. */
export const madeUp = (): string => `f_${randomBytes(4).toString('hex')}9x`

export function page(title: string, body: string, head = ''): Response {
  const text = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><style>body{font:14px/1.7 "Noto Sans CJK SC",sans-serif;margin:8px}table.form td{padding:3px 6px}iframe{border:1px solid #999}</style>${head}</head>${body}</html>`
  return new Response(text, { headers: { 'content-type': 'text/html; charset=utf-8' } })
}

export async function formOf(request: Request): Promise<Record<string, string>> {
  return Object.fromEntries([...(await request.formData())].map(([name, value]) => [name, String(value)]))
}
