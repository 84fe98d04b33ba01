import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** What a person at a terminal has to know; Chinese. */
export class NotServed extends Error {}

export interface Serve {
  /** What `buildSelfhost` filled. */
  folder: string
  /** Where the bureaus are kept. */
  data: string
  host: string
  port: number
  /** Leaves the log out, for tests. */
  quiet?: boolean
  env?: Readonly<Record<string, string>>
}
export interface Serving {
  readonly origin: string
  readonly child: ChildProcess
  /** Ends it with this signal and waits until it is gone. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

/** A first start reads a bundle of 2 MB. */
const PATIENCE = 30_000

/** Starts workerd as a service would and waits until it answers. Throws `NotServed` with a sentence. */
export async function serveSelfhost({ folder, data, host, port, quiet = false, env = {} }: Serve): Promise<Serving> {
  const at = await claim(host, port)
  await mkdir(data, { recursive: true, mode: 0o700 })
  const where = ['--socket-addr', `http=${host}:${at}`, '--directory-path', `data=${data}`]
  const child = spawn(join(folder, 'workerd'), ['serve', 'config.capnp', ...where], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'pipe'],
  })
  let said = ''
  child.stderr?.on('data', (piece) => {
    said = `${said}${String(piece)}`.slice(-4000)
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const origin = `http://${host}:${at}`
  const deadline = Date.now() + PATIENCE
  while (!(await answers(origin))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill('SIGKILL')
      throw new NotServed(`服务没有启动起来：\n${said}`)
    }
    await pause(50)
  }
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    child.kill(signal)
    await gone
  }
  return { origin, child, end }
}

async function answers(origin: string): Promise<boolean> {
  return await fetch(`${origin}/v1/readyz`).then(
    (answer) => answer.ok,
    () => false,
  )
}

/** The port, or a free one for 0. Two servers on one port would share its requests. */
function claim(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', () =>
      reject(
        new NotServed(
          `${host}:${port} 已被其他程序占用，或不能监听，服务没有启动。请关闭那个程序，或用 --port 另指定一个端口。`,
        ),
      ),
    )
    server.listen(port, host, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : port))
    })
  })
}
