import type { Send } from '#shared/api/client.ts'

/** The longest a question to the Worker may take, ms. After that it counts as unreachable and the outbox tries again. */
const PATIENCE = 20_000

/** `fetch` with nothing of the browser's own: no cookie, no referrer, no redirect to another host, no cache of its own. */
export const send: Send = (url, request) =>
  fetch(url, {
    ...request,
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE),
  })
