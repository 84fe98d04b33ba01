import { Hono } from 'hono'
import { adminRoutes } from './admin/routes.ts'
import { assetRoutes } from './assets.ts'
import { siteRoutes } from './site/routes.ts'
import type { Store } from './store.ts'

/** The demo back office under `/admin` and the site it publishes to. `now` gives an ISO instant. */
export function demoApp(store: Store, now: () => string): Hono {
  const app = new Hono()
  app.route('/', assetRoutes())
  app.route('/admin', adminRoutes(store, now))
  app.route('/', siteRoutes(store))
  return app
}
