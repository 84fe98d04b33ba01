import { parseArgs } from 'node:util'

export interface Options {
  once: boolean
  headless: boolean
  demoPort: number
  workerPort: number
  folder: string
}

export const usage = `npm start -- [选项]
  --once              播完故事就结束，不继续提供服务
  --headless          有显示器也不开窗口，播放故事
  --demo-port 4180    演示后台的端口（环境变量 MENXIA_DEMO_PORT）
  --worker-port 8787  Worker 的端口（环境变量 MENXIA_WORKER_PORT）
  --data out/data     数据保存在哪个文件夹；删掉它就从头开始`

function portOf(word: string, flag: string): number {
  const port = Number(word)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new Error(`${flag} 要一个 0 到 65535 的整数，给的是“${word}”。0 表示任选一个空闲端口。`)
}

/** Reads the command line and the environment. Null when only the usage was asked for; throws a sentence for a word it does not know. */
export function readOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Options | null {
  const spec = {
    once: { type: 'boolean' },
    headless: { type: 'boolean' },
    'demo-port': { type: 'string' },
    'worker-port': { type: 'string' },
    data: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  } as const
  const values = parse(args, spec)
  if (values.help === true) return null
  const display = env.DISPLAY ?? env.WAYLAND_DISPLAY ?? (process.platform === 'linux' ? undefined : 'native')
  return {
    once: values.once ?? false,
    headless: values.headless ?? (display === undefined || display === ''),
    demoPort: portOf(values['demo-port'] ?? env.MENXIA_DEMO_PORT ?? '4180', '--demo-port'),
    workerPort: portOf(values['worker-port'] ?? env.MENXIA_WORKER_PORT ?? '8787', '--worker-port'),
    folder: values.data ?? 'out/data',
  }
}

function parse<const T extends Record<string, { type: 'boolean' | 'string'; short?: string }>>(
  args: readonly string[],
  options: T,
) {
  try {
    return parseArgs({ args: [...args], options, strict: true }).values
  } catch (error) {
    throw new Error(`看不懂这个选项：${(error as Error).message}\n${usage}`)
  }
}
