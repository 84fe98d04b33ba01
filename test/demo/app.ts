import { Hono } from 'hono'
import { adminRoutes } from './admin/routes.ts'
import { assetRoutes } from './assets.ts'
import { siteRoutes } from './site/routes.ts'
import type { Store } from './store.ts'

/** One spelling of an address of the back office: Tomcat and IIS answer to all the others too. */
function plainPath(request: Request): string {
  const { pathname } = new URL(request.url)
  // A stray % is no encoding.
  const decoded = pathname.replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
    Buffer.from(run.replaceAll('%', ''), 'hex').toString(),
  )
  const plain = decoded
    .replace(/;[^/]*/g, '')
    .replace(/\/{2,}/g, '/')
    .replace(/(.)\/$/, '$1')
  return plain.toLowerCase().startsWith('/admin') ? plain.toLowerCase() : pathname
}

/** The demo back office under `/admin` and the site it publishes to. `now` gives an ISO instant. */
export function demoApp(store: Store, now: () => string): Hono {
  const app = new Hono({ getPath: plainPath })
  app.route('/', assetRoutes())
  app.route('/admin', adminRoutes(store, now))
  app.route('/', siteRoutes(store))
  return app
}
