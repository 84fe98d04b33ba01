import { type Article, publicPath } from '../article.ts'
import type { Store } from '../store.ts'

/** A relation as the pages show it. `url` is null for a plan. */
export interface RelationRow {
  id: string
  form: string
  title: string
  status: '已发布' | '草稿' | '计划'
  url: string | null
  dueOn: string
}

/** The relations of an article with the state their articles are in now. */
export async function relationView(store: Store, article: Article): Promise<RelationRow[]> {
  return await Promise.all(
    article.relations.map(async (relation): Promise<RelationRow> => {
      const { id, form } = relation
      if (!('article' in relation)) {
        return { id, form, title: relation.title, status: '计划', url: null, dueOn: relation.dueOn }
      }
      const other = await store.read(relation.article)
      if (other === null) return { id, form, title: '（文章已删除）', status: '计划', url: null, dueOn: '' }
      const published = other.versions.length > 0
      const url = published ? publicPath(other) : `/admin/preview?id=${other.id}`
      return { id, form, title: other.title || '（未填标题）', status: published ? '已发布' : '草稿', url, dueOn: '' }
    }),
  )
}
