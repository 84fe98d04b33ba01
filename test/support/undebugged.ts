import { join } from 'node:path'
import { unstable_startWorker } from 'wrangler'

/**
 * `node undebugged.ts <port> <folder> <main>`: `wrangler dev` as `worker.ts` starts it, but without a debugger, which its command line cannot
 * leave out. Attached, it is told of every log line and makes that cost three hundred times what it costs in plain workerd: no way to measure a request that writes one.
 */
const [port, folder, main] = process.argv.slice(2)
if (port === undefined || folder === undefined || main === undefined) throw new Error('port, folder, main')
await unstable_startWorker({
  config: 'wrangler.toml',
  entrypoint: main,
  envFiles: [join(folder, 'operator.env')],
  dev: {
    persist: folder,
    inspector: false,
    watch: false,
    logLevel: 'log',
    server: { hostname: '127.0.0.1', port: Number(port) },
  },
})
