import { type Article, editors } from '../article.ts'

/** The article with what the edit form sent. A field that was not sent stays as it is. */
export function applyForm(article: Article, form: FormData | URLSearchParams, at: string): Article {
  const text = (name: string, old: string): string => {
    const value = form.get(name)
    return typeof value === 'string' ? value : old
  }
  return {
    ...article,
    title: text('title', article.title),
    documentNumber: text('documentNumber', article.documentNumber),
    channel: text('channel', article.channel),
    disclosureClass: text('disclosureClass', article.disclosureClass),
    datedOn: text('datedOn', article.datedOn),
    department: text('department', article.department),
    source: text('source', article.source),
    content: text('content', article.content),
    editor: editors.find((editor) => editor === form.get('editor')) ?? article.editor,
    savedAt: at,
  }
}
