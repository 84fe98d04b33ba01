import { demoEditors } from '../../extension/adapters/profiles/demo.ts'

/** The columns of the demo site, in menu order. */
export const channels = ['政策文件', '政策解读', '通知公告', '公示公告', '工作动态', '教育统计'] as const
export const disclosureClasses = ['主动公开', '依申请公开', '不予公开'] as const
export const departments = ['办公室', '中教科', '初幼教科', '职成科', '计财科', '人事科', '校安科', '督导室'] as const
/** The five relation slots of the bureau's page template. */
export const forms = ['文字解读', '图片解读', '视频解读', '访谈解读', '媒体解读'] as const
/** The editors that the story is told in, and all that `?editor=` offers. */
export const storyEditors = ['tinymce', 'ueditor', 'wangeditor', 'textarea'] as const
export const editors = demoEditors

export type EditorName = (typeof editors)[number]
export type StoryEditor = (typeof storyEditors)[number]
export type Form = (typeof forms)[number]

/** `given` if it is one of `words`. */
export function oneOf<T extends string>(words: readonly T[], given: unknown): T | undefined {
  return words.find((word) => word === given)
}

export interface StoredFile {
  id: string
  name: string
  size: number
}

/** 相关解读: an article of this site, or a plan with the day it is due. */
export type Relation =
  | { id: string; form: Form; article: number }
  | { id: string; form: Form; title: string; dueOn: string }

/** What the edit form holds and what a published version froze. */
export interface Content {
  title: string
  documentNumber: string
  channel: string
  disclosureClass: string
  datedOn: string
  department: string
  source: string
  editor: EditorName
  content: string
  attachments: StoredFile[]
  relations: Relation[]
}

export interface Article extends Content {
  id: number
  indexNumber: string
  savedAt: string
  /** Every published version, oldest first; the site shows the last one. */
  versions: (Content & { publishedAt: string })[]
}

export function contentOf(article: Article): Content {
  const { title, documentNumber, channel, disclosureClass, datedOn, department, source, editor, content } = article
  const { attachments, relations } = article
  const fields = { title, documentNumber, channel, disclosureClass, datedOn, department, source, editor, content }
  return { ...fields, attachments, relations }
}

/** 公文生成日期 and the like: a day in Quanzhou, wherever this machine stands. */
export function dayOf(instant: string): string {
  return new Date(instant).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
}

export function minuteOf(instant: string): string {
  return new Date(instant).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 16)
}

/** The address of a published article, in the manner of the WCM systems: `/zwgk/202611/t20261124_1000012.htm`. */
export function publicPath(article: Article): string {
  const day = dayOf(article.versions[0]?.publishedAt ?? article.savedAt).replaceAll('-', '')
  return `/zwgk/${day.slice(0, 6)}/t${day}_${article.id}.htm`
}
