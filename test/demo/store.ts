import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Article, type Content, contentOf, dayOf, type StoredFile } from './article.ts'

const FIRST = 2026001

/** The demo back office's memory: one JSON file an article and the uploaded files, in one folder. */
export class Store {
  readonly #folder: string
  #next = FIRST

  private constructor(folder: string) {
    this.#folder = folder
  }

  /** Opens, and makes where needed, the folder. */
  static async open(folder: string): Promise<Store> {
    await mkdir(join(folder, 'articles'), { recursive: true })
    await mkdir(join(folder, 'files'), { recursive: true })
    const store = new Store(folder)
    const newest = (await store.list())[0]
    if (newest !== undefined) store.#next = newest.id + 1
    return store
  }

  /** All articles, newest first. */
  async list(): Promise<Article[]> {
    const names = (await readdir(join(this.#folder, 'articles'))).filter((name) => name.endsWith('.json'))
    const ids = names.map((name) => Number.parseInt(name, 10)).sort((a, b) => b - a)
    const articles = await Promise.all(ids.map((id) => this.read(id)))
    return articles.filter((article) => article !== null)
  }

  /** `null` where there is none. */
  async read(id: number): Promise<Article | null> {
    if (!Number.isSafeInteger(id)) return null
    const text = await readFile(this.#path(id), 'utf8').catch(() => null)
    return text === null ? null : JSON.parse(text)
  }

  async create(content: Partial<Content>, at: string): Promise<Article> {
    const id = this.#next
    this.#next += 1
    const serial = String(id - FIRST + 1).padStart(5, '0')
    const article: Article = {
      ...{ id, indexNumber: `QZ00104-1100-${dayOf(at).slice(0, 4)}-${serial}`, savedAt: at, versions: [] },
      ...{ title: '', documentNumber: '', channel: '政策文件', disclosureClass: '主动公开', datedOn: dayOf(at) },
      ...{ department: '办公室', source: '', editor: 'tinymce', content: '', attachments: [], relations: [] },
      ...content,
    }
    await this.write(article)
    return article
  }

  /** The file on disk is the old one or the new one, never half of each. */
  async write(article: Article): Promise<void> {
    const path = this.#path(article.id)
    await writeFile(`${path}.new`, JSON.stringify(article, null, 1))
    await rename(`${path}.new`, path)
  }

  /** Saves `article` and freezes what it holds now as the version that the site shows. */
  async publish(article: Article, at: string): Promise<Article> {
    const published = { ...article, savedAt: at }
    published.versions = [...article.versions, { ...contentOf(article), publishedAt: at }]
    await this.write(published)
    return published
  }

  async keepFile(name: string, bytes: Uint8Array): Promise<StoredFile> {
    const id = randomUUID()
    await writeFile(join(this.#folder, 'files', id), bytes)
    return { id, name, size: bytes.length }
  }

  async readFile(id: string): Promise<Uint8Array<ArrayBuffer> | null> {
    if (!/^[0-9a-f-]{36}$/.test(id)) return null
    return await readFile(join(this.#folder, 'files', id)).catch(() => null)
  }

  #path(id: number): string {
    return join(this.#folder, 'articles', `${id}.json`)
  }
}
