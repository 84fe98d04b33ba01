import { type Served, serve } from '../support/serve.ts'
import { frames } from './frames.ts'
import { nested } from './nested.ts'
import type { BackOffice, Received } from './page.ts'
import { single } from './single.ts'

/** Back offices that the suite has no profile for. Test-only. */
export const backOffices = { frames, nested, single } as const satisfies Record<string, BackOffice>

export interface Running extends Served {
  received: Received
}

/** Serves them on one free port. */
export async function serveBackOffices(offices: readonly BackOffice[] = Object.values(backOffices)): Promise<Running> {
  const received: Received = { saved: [], published: [] }
  const answer = async (request: Request): Promise<Response> => {
    for (const office of offices) {
      const response = await office.answer(request, received)
      if (response !== null) return response
    }
    return new Response(null, { status: 404 })
  }
  return { ...(await serve(answer, { port: 0, what: '后台', flag: 'port' })), received }
}
