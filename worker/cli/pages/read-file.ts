import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { MAX_BODY } from '#shared/draft/draft.ts'
import { decodeText } from './decode.ts'
import { type ReadPage, readHtmlPage } from './read-page.ts'
import { readPlainText } from './read-plain.ts'

/** A file that cannot be checked; the message is Chinese and says what to do. */
export class UnreadableFile extends Error {}

/** Reads a `.html`, `.htm` or `.txt` file, or what came through a pipe, as a draft. */
export async function readPageFile(path: string): Promise<ReadPage> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UnreadableFile(error.code === 'ENOENT' ? '没有这个文件，请核对路径' : `读不出文件（${error.code}）`)
  })
  return readPageText(bytes, extname(path).toLowerCase())
}

export function readPageText(bytes: Uint8Array, extension: string): ReadPage {
  const text = decodeText(bytes)
  if (text === null) throw new UnreadableFile('不是文本，请另存为 .html 或 .txt 再检查')
  if (text.length > MAX_BODY) throw new UnreadableFile(`超过 ${MAX_BODY} 字，请拆开再检查`)
  if (text.trim() === '') throw new UnreadableFile('文件是空的')
  const isHtml = extension === '.html' || extension === '.htm' || /^\s*<|<(?:p|div|td|body)[\s>]/i.test(text)
  return isHtml ? readHtmlPage(text, siteOf(text)) : readPlainText(text)
}

/** The address of the page, where its `<base>`, its canonical link or its first line tells. */
function siteOf(source: string): string | null {
  const written =
    /^\s*(https?:\/\/\S+)\s*\n/.exec(source)?.[1] ??
    /<base\s[^>]*href\s*=\s*["']?(https?:\/\/[^"'\s>]+)/i.exec(source)?.[1] ??
    /<link\s[^>]*rel\s*=\s*["']?canonical["']?[^>]*href\s*=\s*["']?(https?:\/\/[^"'\s>]+)/i.exec(source)?.[1]
  return written !== undefined && URL.canParse(written) && written.length < 4000 ? written : null
}
