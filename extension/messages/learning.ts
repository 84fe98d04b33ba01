import type { Draft } from '#shared/draft/draft.ts'
import type { FieldReader, Profile, SurfaceKind } from '#shared/ruleset/profile.ts'

/** 学习模式 (learning mode): what is learnt of a page that no profile knows, on its way to being a profile. */
export const fieldParts = [
  ...(['title', 'documentNumber', 'channel', 'disclosureClass', 'datedOn', 'department', 'source'] as const),
] as const
export type FieldPart = (typeof fieldParts)[number]
export const pageParts = ['title', 'body', ...fieldParts.slice(1), 'attachments', 'publish', 'save'] as const
export type PagePart = FieldPart | 'body' | 'attachments' | 'publish' | 'save'

/** One part of the form as it was found. */
export interface Taught {
  selector: string
  /** What stands there now, at most 200 characters: the person sees by it that the right thing was found. */
  shown: string
  /** Found only by its place in the page: nothing about it looks as if it would be the same tomorrow. */
  fragile: boolean
  how:
    | { as: 'field'; read: FieldReader['read']; words: Profile['disclosureWords'] | null }
    | { as: 'body'; surface: SurfaceKind; format: 'html' | 'text' }
    | { as: 'list'; name: string; link: string | null; size: string | null }
    | { as: 'button' }
}

/** What one frame with an address of its own says of its form. */
export interface Lesson {
  url: string
  charset: string
  /** The page's own title, a first name for the profile. */
  heading: string
  parts: Partial<Record<PagePart, Taught>>
}

/** A request that a press of 发布 or 保存草稿 would have sent. It was held; nothing left. */
export interface Recorded {
  method: string
  url: string
  /** Null where the body is in a form that cannot be read. Values of more than 200 characters are cut. */
  fields: Record<string, string> | null
  /** Names of the fields that carry the draft's parts unchanged. */
  carries: Partial<Record<FieldPart | 'body', string>>
}

/** What the profile reads when it is tried. `values` are the fields as the form has them. */
export interface Trial {
  draft: Draft
  values: Partial<Record<FieldPart, string>>
}

/** What the panel shows of learning, under `learn:<tab>` in `storage.session`. */
export interface LearnView {
  step: 'parts' | 'publish' | 'save' | 'try' | 'saved'
  /** The frame that holds the form. */
  frame: number
  lesson: Lesson
  /** The part that is being pointed at in the page. */
  picking: PagePart | null
  publish: Recorded | null
  /** Null with `step: 'try'`: the person says that this page saves nothing. */
  save: Recorded | null
  profile: Profile | null
  trial: Trial | null
  /** Sentences: what will not work, and what to do about it. */
  problems: string[]
  /** When the requests of this tab were stopped, ms; null while they pass. */
  stoppedAt: number | null
}
