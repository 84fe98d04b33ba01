import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { AttachmentContent } from '#shared/attachments/content.ts'
import type { Attachment } from '#shared/draft/draft.ts'
import { UsageError } from './arguments.ts'
import { decodeText } from './pages/decode.ts'

export interface AttachmentsRead {
  list: Attachment[]
  /** Contents of those that are plain text; the others stay unread, and the report says so. */
  contents: AttachmentContent[]
}

const PLAIN = new Set(['.txt', '.csv', '.tsv'])

/** The files of a folder as attachments. `null` where nothing was said, an empty list for `''`. */
export async function readAttachments(folder: string | null): Promise<AttachmentsRead | null> {
  if (folder === null) return null
  const read: AttachmentsRead = { list: [], contents: [] }
  if (folder === '') return read
  const names = await readdir(folder).catch(() => {
    throw new UsageError(`附件文件夹“${folder}”打不开，请核对路径；没有附件请写 --attachments none`)
  })
  for (const name of names.sort()) {
    const path = join(folder, name)
    if (!(await stat(path)).isFile()) continue
    const bytes = await readFile(path)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    read.list.push({ name, size: bytes.length, sha256, url: null })
    const text = PLAIN.has(extname(name).toLowerCase()) ? decodeText(bytes) : null
    if (text !== null) read.contents.push({ name, text, oddities: [], unread: [] })
  }
  return read
}
