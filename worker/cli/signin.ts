import { webcrypto } from 'node:crypto'
import { parseArgs } from 'node:util'
import { type Client, createClient, type Outcome } from '#shared/api/client.ts'
import { renewalText } from '#shared/api/contract/session.ts'
import { type DeviceFile, keepDevice, readDevice } from './signin/device-file.ts'
import { Unreadable } from './verify/unreadable.ts'

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' }

/**
 * `menxia signin`: a person at a terminal gets a token, on standard output and nowhere else, for `MENXIA_TOKEN`. The first time with an invitation
 * (`MENXIA_INVITATION`), which registers a key that is kept in `--device`; later with that key alone. `MENXIA_PIN` for those who have one. Exit 0, or 2
 * with a sentence.
 */
export async function signin(argv: readonly string[]): Promise<number> {
  try {
    const { worker, file } = readOptions(argv)
    const client = createClient({ base: worker, send: fetch, token: () => null })
    const device = await readDevice(file)
    if (device && device.worker !== worker)
      throw new Unreadable(`密钥文件 ${file} 是在 ${device.worker} 登记的：请核对地址，或换一个文件名`)
    const isKnown = device !== null && device.device !== ''
    console.log(
      isKnown ? await renew(client, device) : await register(client, device ?? (await newDevice(worker)), file),
    )
    return 0
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    console.error(`没有登录：${error.message}。`)
    return 2
  }
}

async function newDevice(worker: string): Promise<DeviceFile> {
  const pair = await webcrypto.subtle.generateKey(CURVE, true, ['sign', 'verify'])
  const { kty, crv, x, y, d } = await webcrypto.subtle.exportKey('jwk', pair.privateKey)
  return { format: 'menxia-device', v: 1, worker, device: '', key: { kty, crv, x, y, d } as DeviceFile['key'] }
}

/** The key is kept before it is shown: an invitation works once, and an answer may be lost. */
async function register(client: Client, own: DeviceFile, file: string): Promise<string> {
  const invitation = process.env.MENXIA_INVITATION
  if (!invitation) throw new Unreadable(`${file} 还没有登记：请向管理员要一个邀请码，放在环境变量 MENXIA_INVITATION 中`)
  await keepDevice(file, own)
  const { d: _, ...deviceKey } = own.key
  const body = { invitation, deviceKey, deviceName: '终端', pin: process.env.MENXIA_PIN ?? null }
  const { token, device } = answered(await client('session.create', { body }))
  await keepDevice(file, { ...own, device })
  return token
}

async function renew(client: Client, { device, key }: DeviceFile): Promise<string> {
  const { nonce } = answered(await client('session.challenge', { body: { device } }))
  const signing = await webcrypto.subtle.importKey('jwk', key, CURVE, false, ['sign'])
  const bytes = new TextEncoder().encode(renewalText(nonce))
  const raw = await webcrypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, signing, bytes)
  const signature = Buffer.from(raw).toString('base64url')
  const body = { device, nonce, signature, pin: process.env.MENXIA_PIN ?? null }
  return answered(await client('session.renew', { body })).token
}

function readOptions(argv: readonly string[]) {
  const { worker, device } = parse(argv)
  if (worker === undefined || device === undefined)
    throw new Unreadable('请给出 Worker 和密钥文件：menxia signin --worker 地址 --device 文件')
  return { worker: worker.replace(/\/+$/, ''), file: device }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: { worker: { type: 'string' }, device: { type: 'string' } } }).values
  } catch (error) {
    throw new Unreadable(`参数不对：${error instanceof Error ? error.message : String(error)}`)
  }
}

function answered<A>(outcome: Outcome<A>): A {
  if (outcome.kind === 'answer') return outcome.answer
  if (outcome.kind === 'problem') throw new Unreadable(outcome.problem.detail.replace(/。$/, ''))
  throw new Unreadable('连不上 Worker：请核对地址和网络')
}
