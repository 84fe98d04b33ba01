import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import type { Canonical } from './block.ts'
import { readBlocks } from './blocks.ts'
import type { Draft } from './draft.ts'
import { absoluteTarget } from './target.ts'

/** One line of text in its hashed form: NFC, runs of white space one space, none at the ends, lone surrogates as U+FFFD (what a form sends). */
export function canonicalLine(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[^\S\uFEFF]+/g, ' ')
    .replace(/^ | $/g, '')
}

/**
 * The form of a draft that is hashed. Frozen as version 1; the vectors in `content-hash.vectors.json` hold it. No nonce, no time, no
 * person: the same draft read from the editor, from the submitted string and after reopening has the same form, and a change that a
 * reader or a crawler could notice has another.
 */
export function contentForm(draft: Draft, canonical: Canonical = readBlocks(draft.body, draft.site)) {
  const line = (text: string | null) => (text === null ? null : canonicalLine(text))
  return {
    v: 1,
    title: canonicalLine(draft.title),
    documentNumber: line(draft.documentNumber),
    channel: line(draft.channel),
    disclosureClass: draft.disclosureClass,
    datedOn: draft.datedOn,
    blocks: canonical.blocks.map(({ kind, text }) => ({ kind, text: text.toWellFormed() })),
    links: canonical.links.map((target) => target.toWellFormed()),
    images: canonical.images.map((target) => target.toWellFormed()),
    attachments:
      draft.attachments?.map(({ name, size, sha256: hash }) => ({ name: canonicalLine(name), size, sha256: hash })) ??
      null,
    interpretations:
      draft.interpretations?.map(({ form, title, url }) => ({
        form,
        title: canonicalLine(title),
        url: url === null ? null : absoluteTarget(url, draft.site).toWellFormed(),
      })) ?? null,
  }
}

/** 内容指纹: SHA-256, in lower-case hex, of the RFC 8785 form of `contentForm`. What is approved is this, and nothing else. */
export function contentHash(draft: Draft, canonical?: Canonical): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalize(contentForm(draft, canonical)) ?? '')))
}
