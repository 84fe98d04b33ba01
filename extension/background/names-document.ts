import { readBlocks } from '#shared/draft/blocks.ts'
import { normalise } from '#shared/text/normalise.ts'

/** What a page about a document can name it by. */
export interface NamedDocument {
  title: string
  documentNumber: string | null
}

/** Shorter names stand on every page: 《通知》, 《意见》. */
const LEAST = 6

/** Whether a page's HTML names the document: by its number, its whole title, or the title that its title quotes. White space and width do not count. */
export function namesDocument(html: string, url: string, { title, documentNumber }: NamedDocument): boolean {
  const head = /<title[^>]*>([^<]*)<\/title>/i.exec(html)?.[1] ?? ''
  const { blocks } = readBlocks({ format: 'html', source: html }, url)
  const text = bare([head, ...blocks.filter(({ hidden }) => !hidden).map((block) => block.text)].join('\n'))
  const quoted = [...title.matchAll(/《([^《》]+)》/g)].map((match) => match[1]!)
  return [documentNumber ?? '', title, ...quoted].map(bare).some((name) => name.length >= LEAST && text.includes(name))
}

/** Without white space, in one width, with one kind of bracket around the year. */
function bare(text: string): string {
  return normalise(text, 'plain')
    .text.replace(/\s/g, '')
    .replace(/[[［【﹝(]/g, '〔')
    .replace(/[\]］】﹞)]/g, '〕')
}

/** The text of an HTML answer by the charset of its header, else of its own `<meta>`, else UTF-8: many office sites are GB2312. */
export function decodePage(bytes: Uint8Array, contentType: string | null): string {
  const named = /charset=["']?([\w-]+)/i
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  const charset = named.exec(contentType ?? '')?.[1] ?? named.exec(head)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}
