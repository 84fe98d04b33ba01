import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes'
import { FileRefusal } from './file-refusal.ts'
import type { Zip } from './zip.ts'

/** What a reader of an Office part hears. Names are local: which prefix a program chose means nothing. */
export interface XmlListener {
  open?(name: string, attribute: (name: string) => string | undefined): void
  text?(text: string): void
  close?(name: string): void
}

/** Deeper than any Office part. */
const MOST_DEPTH = 64

/**
 * Reads a part of an Office file as a stream of events; false where the archive has no such part. A DOCTYPE is refused: entities are how XML reads
 * other files and grows without end.
 */
export function readXmlPart(zip: Zip, name: string, listener: XmlListener): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const parser = new SaxesParser({ xmlns: true, position: false })
  let depth = 0
  parser.on('doctype', () => refuse('带有 DOCTYPE'))
  parser.on('error', () => refuse('不是合格的 XML'))
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > MOST_DEPTH) refuse('嵌套过深')
    listener.open?.(tag.local, (wanted) => attributeOf(tag, wanted))
  })
  parser.on('closetag', (tag) => {
    depth -= 1
    listener.close?.(tag.local)
  })
  if (listener.text) parser.on('text', (text) => listener.text?.(text))
  if (listener.text) parser.on('cdata', (text) => listener.text?.(text))
  const found = zip.read(name, (piece) => void parser.write(decoded(decoder, piece)))
  if (found) parser.write(decoded(decoder)).close()
  return found

  function refuse(why: string): never {
    throw new FileRefusal(`文件的 ${name} 部分${why}，未读取。请用表格软件另存后再试。`)
  }

  function decoded(from: TextDecoder, piece?: Uint8Array): string {
    try {
      return piece === undefined ? from.decode() : from.decode(piece, { stream: true })
    } catch {
      return refuse('不是 UTF-8 编码')
    }
  }
}

function attributeOf(tag: SaxesTagNS, wanted: string): string | undefined {
  return Object.values(tag.attributes as Record<string, SaxesAttributeNS>).find(({ local }) => local === wanted)?.value
}
