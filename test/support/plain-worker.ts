import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildSelfhost } from '../../worker/selfhost/build.ts'
import { serveSelfhost } from '../../worker/selfhost/serve.ts'
import type { RunningWorker } from './worker.ts'

/**
 * The Worker under plain workerd, as a bureau's own server runs it: no proxy before it, no watcher beside it that starts it anew when a source file
 * changes, and up again in a second. `main` is another entry module than the Worker's own, from the root.
 */
export async function startPlainWorker(
  folder: string,
  main?: string,
): Promise<RunningWorker & { operatorSecret: string }> {
  await buildSelfhost(folder, main)
  const options = { folder, data: join(folder, 'data'), host: '127.0.0.1', quiet: true }
  let serving = await serveSelfhost({ ...options, port: 0 })
  const port = Number(new URL(serving.origin).port)
  const kill = async (): Promise<void> => await serving.end('SIGKILL')
  process.once('exit', () => serving.child.kill('SIGKILL'))
  return {
    origin: serving.origin,
    operatorSecret: await readFile(join(folder, 'operator.secret'), 'utf8'),
    get processes() {
      return serving.child.pid === undefined ? [] : [serving.child.pid]
    },
    kill,
    close: kill,
    async restart() {
      await kill()
      serving = await serveSelfhost({ ...options, port })
    },
  }
}
