import { Hono } from 'hono'
import worker, { Bureau, type Env } from '../../../worker/index.ts'

/** The Worker as it is, and beside it in the same process the yardstick: a bare Hono that says hello. */
const hello = new Hono().get('/hello', (context) => context.text('hello'))

export { Bureau }
export default {
  fetch: (request, env) => (request.url.endsWith('/hello') ? hello.fetch(request) : worker.fetch(request, env)),
} satisfies ExportedHandler<Env>
