import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSelfhost } from '../../../worker/selfhost/build.ts'
import { serveSelfhost } from '../../../worker/selfhost/serve.ts'
import type { Site } from '../../contract/actors.ts'

/**
 * Runs `work` against a live Worker under plain workerd whose heap may not grow over `megabytes`: in the cloud an isolate has 128 MB, local workerd sets
 * no limit of its own. `data` is the folder of the bureaus' databases.
 */
export async function onLimitedWorker<T>(
  megabytes: number,
  work: (site: Site, data: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'menxia-admission-'))
  const data = join(folder, 'data')
  try {
    const operatorSecret = (await buildSelfhost(folder)) ?? ''
    const config = join(folder, 'config.capnp')
    const text = await readFile(config, 'utf8')
    const flags = `v8Flags = ["--max-heap-size=${megabytes}"],`
    await writeFile(
      config,
      text.replace('const config :Workerd.Config = (', (line) => `${line}\n  ${flags}`),
    )
    const served = await serveSelfhost({ folder, data, host: '127.0.0.1', port: 0, quiet: true })
    const send: Site['send'] = (url, request) => fetch(url, request)
    return await work({ base: served.origin, send, operatorSecret }, data).finally(() => served.end('SIGKILL'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
