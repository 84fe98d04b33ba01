import { HTTPException } from 'hono/http-exception'
import type { Article } from '../article.ts'
import type { Store } from '../store.ts'

/** The article that a request names. Throws the answer 404 where there is none. */
export async function wanted(store: Store, id: unknown): Promise<Article> {
  const article = await store.read(Number(id))
  if (article === null) throw new HTTPException(404, { message: '没有这篇文章，可能已被删除。' })
  return article
}
