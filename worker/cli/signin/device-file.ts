import { readFile, writeFile } from 'node:fs/promises'
import * as z from 'zod'
import { DeviceKey } from '#shared/api/contract/session.ts'
import { Unreadable } from '../verify/unreadable.ts'

/** This terminal as a device: its key, and the name under which the Worker knows it. The key signs; the name opens nothing by itself. */
const DeviceFile = z.strictObject({
  format: z.literal('menxia-device'),
  v: z.literal(1),
  worker: z.url(),
  /** Empty until the Worker has answered: asked again with the same key, it gives the same answer. */
  device: z.string().max(300),
  key: z.strictObject({ ...DeviceKey.shape, d: z.string().regex(/^[A-Za-z0-9_-]{43}$/) }),
})
export type DeviceFile = z.infer<typeof DeviceFile>

/** The device in `file`; null where there is no such file. */
export async function readDevice(file: string): Promise<DeviceFile | null> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch {
    return null
  }
  try {
    return DeviceFile.parse(JSON.parse(text))
  } catch {
    throw new Unreadable(`${file} 不是本机密钥文件：文件被改动或不完整，请换一个文件名重新登记`)
  }
}

/** Readable by its owner alone. */
export async function keepDevice(file: string, device: DeviceFile): Promise<void> {
  await writeFile(file, `${JSON.stringify(device, null, 2)}\n`, { mode: 0o600 }).catch(() => {
    throw new Unreadable(`写不了密钥文件 ${file}：请核对路径和权限`)
  })
}
