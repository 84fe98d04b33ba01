import type { Attachment, Draft } from '#shared/draft/draft.ts'
import { parseUrl } from '#shared/draft/target.ts'
import { matchesGlob } from '#shared/ruleset/glob.ts'
import type { Profile } from '#shared/ruleset/profile.ts'
import type { ReadingProgress } from '../../messages/messages.ts'
import { PENDING } from '../../messages/pending-files.ts'
import { type Fetch, type Reading, readFile } from './read-file.ts'

interface Host {
  fetch: Fetch
  /** Something is known now that was not before. */
  changed(): void
  /** Told at most every 300 ms, and not at all for what is over before that; null when nothing is on its way. */
  progress(progress: ReadingProgress | null): void
}

const TOLD_EVERY = 300

/**
 * 附件的指纹: the SHA-256 of each file behind the page's own links. Read once for an address and a shown size, so that a key press downloads
 * nothing; looked at again, all of them, by `settle`. Only same-origin links of the list are fetched, by GET, and none that the profile calls a
 * publish or a save.
 */
export class AttachmentHashes {
  private readonly readings = new Map<string, Reading>()
  private readonly profile: Profile
  private readonly host: Host
  private readonly signal: AbortSignal
  private listed: readonly { key: string; url: string }[] = []
  private running: Promise<void> = Promise.resolve()
  private readonly queued = new Set<string>()
  private finished = 0
  /** When the queue began, or its progress was told last. */
  private told = 0
  private telling = false

  constructor(profile: Profile, host: Host, signal: AbortSignal) {
    this.profile = profile
    this.host = host
    this.signal = signal
  }

  /** The draft with what is known of its files now. What is new starts to be read; what has no hash says why, by name. */
  fill(draft: Draft, document: Pick<Document, 'baseURI' | 'location'>): Draft {
    const links = draft.attachments?.map((one) => ({ one, ...this.linkOf(one, document) })) ?? []
    this.listed = links.flatMap(({ key, url }) => (url === null ? [] : [{ key, url }]))
    for (const { key, url } of this.listed) if (!this.readings.has(key)) this.read(key, url)
    const unread = [...draft.unread]
    const attachments = links.map(({ one, key, why }): Attachment => {
      const reading = why === null ? (this.readings.get(key) ?? { why: PENDING }) : { why }
      if ('sha256' in reading) return { ...one, sha256: reading.sha256, size: reading.size }
      unread.push({ what: `附件“${one.name}”`, why: reading.why })
      return one
    })
    return { ...draft, attachments: draft.attachments && attachments, unread: unread.slice(0, 1000) }
  }

  /** Looks again at every file of the draft, those not seen before among them. Resolves when each was read or has its reason. */
  async settle(draft: Draft, document: Pick<Document, 'baseURI' | 'location'>): Promise<void> {
    this.fill(draft, document)
    for (const { key, url } of this.listed) this.read(key, url)
    await this.running
  }

  private linkOf(
    one: Attachment,
    { baseURI: base, location }: Pick<Document, 'baseURI' | 'location'>,
  ): { key: string; url: string | null; why: string | null } {
    const url = one.url === null || one.url === '' ? null : parseUrl(one.url, base)
    const key = `${url?.href} ${one.size}`
    if (url === null || !/^https?:$/.test(url.protocol))
      return { key, url: null, why: '附件没有下载链接，没有读到文件' }
    if (url.origin !== location.origin)
      return { key, url: null, why: `附件存放在别的网址（${url.host.slice(0, 100)}），门下没有去读` }
    const { saves, publish } = this.profile
    const acts = [...publish.requests, ...saves].some((pattern) =>
      [url.href, url.origin + url.pathname].some((address) =>
        matchesGlob(pattern.url.toLowerCase(), address.toLowerCase()),
      ),
    )
    return acts
      ? { key, url: null, why: '附件的链接就是发布或保存的地址，没有去点' }
      : { key, url: url.href, why: null }
  }

  /** One file after the other: a back office is not there to be hurried. */
  private read(key: string, url: string): void {
    if (this.queued.has(key) || this.signal.aborted) return
    if (this.queued.size === 0) this.told = performance.now()
    this.queued.add(key)
    this.running = this.running.then(async () => {
      const known = this.readings.get(key) ?? null
      const reading = await readFile(this.host.fetch, url, known, (bytes) => this.tell(bytes), this.signal)
      this.queued.delete(key)
      this.finished += 1
      if (this.queued.size === 0) this.rest()
      if (this.signal.aborted) return
      this.readings.set(key, reading)
      if (JSON.stringify(known) !== JSON.stringify(reading)) this.host.changed()
    })
  }

  private tell(bytes: number): void {
    const now = performance.now()
    if (now - this.told < TOLD_EVERY) return
    this.told = now
    this.telling = true
    this.host.progress({ done: this.finished, of: this.finished + this.queued.size, bytes })
  }

  private rest(): void {
    this.finished = 0
    if (this.telling) this.host.progress(null)
    this.telling = false
  }
}
