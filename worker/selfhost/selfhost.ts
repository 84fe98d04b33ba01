import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { buildSelfhost } from './build.ts'
import { NotServed, serveSelfhost } from './serve.ts'

/** `npm run selfhost`: builds the folder of the service, and runs it until Ctrl-C. `--build` only builds. */
const USAGE = `用法：npm run selfhost -- [选项]
  --folder 文件夹   服务所在的文件夹，默认 out/selfhost
  --data 文件夹     各单位数据所在的文件夹，默认 <服务文件夹>/data
  --host 地址       默认 127.0.0.1；对外服务请在前面放一个带证书的反向代理
  --port 端口       默认 8787
  --build           只打包，不启动`

function readOptions() {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    options: { folder: text, data: text, host: text, port: text, build: { type: 'boolean' } },
  })
  const folder = resolve(values.folder ?? fileURLToPath(new URL('../../out/selfhost', import.meta.url)))
  const port = Number(values.port ?? 8787)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new NotServed(`--port 应为 0 到 65535 的整数\n${USAGE}`)
  return {
    folder,
    data: resolve(values.data ?? join(folder, 'data')),
    host: values.host ?? '127.0.0.1',
    port,
    build: values.build,
  }
}

try {
  const { build, ...options } = readOptions()
  const secret = await buildSelfhost(options.folder)
  if (secret !== null)
    console.log(
      `运维密钥（只显示这一次，也存放在 ${join(options.folder, 'operator.secret')}，只有本用户能读）：\n${secret}`,
    )
  console.log(`已打包到 ${options.folder}，整个文件夹可以复制到没有 Node 的服务器上`)
  if (!build) {
    const { origin, child, end } = await serveSelfhost(options)
    console.log(`服务在 ${origin}，数据在 ${options.data}，接口说明在 ${origin}/v1/docs，按 Ctrl-C 结束`)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end('SIGTERM'))
    child.once('exit', (code) => {
      process.exitCode = code ?? 0
    })
  }
} catch (error) {
  const usage = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  if (!(error instanceof NotServed) && !usage) throw error
  console.error(usage ? `${error.message}\n${USAGE}` : error.message)
  process.exitCode = 2
}
