import { type Egress, fours, readable } from '../../support/egress.ts'
import type { Stage } from './stage.ts'

/** Chromium's own questions, which no switch of ours silences: its updater, its sign-in and its form filling. The recorder refuses them. */
const chromiumsOwn = [
  'update.googleapis.com',
  'redirector.gvt1.com',
  'accounts.google.com',
  'content-autofill.googleapis.com',
]

/** What a browser may not have sent: to another host than the Worker and the CMS, a token in an address, or, where the bureau keeps no texts, of a draft's body. */
export async function egressFaults(
  requests: readonly Egress[],
  stage: Stage,
  keepsTexts: boolean,
  visited: readonly string[],
): Promise<string[]> {
  const worker = new URL(stage.worker.origin).host
  const allowed = [worker, ...[stage.demo.origin, ...visited].map((origin) => new URL(origin).host)]
  const faults = requests
    .filter(({ host }) => ![...allowed, ...chromiumsOwn].includes(host.replace(/:443$/, '')))
    .map(({ method, url }) => `${method} ${url}`)
  const asked = requests.filter(({ host }) => host === worker)
  faults.push(...asked.filter(({ url }) => /mx_|token|bearer/i.test(url)).map(({ url }) => `a token in ${url}`))
  if (keepsTexts) return faults
  const articles = await stage.demo.store.list()
  const bodies = fours(articles.map(({ content }) => content.replace(/<[^>]*>/g, '')).join('\n'))
  // The title and the form's other fields go with a submission, by design (README).
  for (const known of fours(
    articles.map(({ title, department, channel }) => [title, department, channel].join('\n')).join('\n'),
  ))
    bodies.delete(known)
  for (const one of asked) {
    const leaked = [...fours(readable(one))].filter((run) => bodies.has(run))
    if (leaked.length > 0) faults.push(`${one.method} ${one.url}: ${leaked.slice(0, 3).join('、')}`)
  }
  return faults
}
