import { type Served, serve } from '../support/serve.ts'
import { demoApp } from './app.ts'
import { seed } from './seed.ts'
import { Store } from './store.ts'

export type Demo = Served & { store: Store; folder: string }

/** Starts the demo back office with its data in `folder`. Rejects with `PortTaken`. The editors must be installed already. */
export async function startDemo({ port, folder }: { port: number; folder: string }): Promise<Demo> {
  const now = () => new Date().toISOString()
  const store = await Store.open(folder)
  await seed(store, now)
  const served = await serve(demoApp(store, now).fetch, { port, what: '演示后台', flag: '--demo-port' })
  return { ...served, store, folder }
}
