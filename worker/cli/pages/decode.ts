/** Bytes of a page or text as a string: UTF-8, or GB 18030 where the page says so or the bytes are no UTF-8. `null` for what is no text at all. */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  const declared = /charset\s*=\s*["']?\s*(gb2312|gbk|gb18030)/i.test(head)
  for (const encoding of declared ? ['gb18030', 'utf-8'] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {}
  }
  return null
}
