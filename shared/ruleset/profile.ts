import * as z from 'zod'
import { InterpretationForm } from '../draft/draft.ts'

/**
 * Where something is in the page: CSS, or what a person would say where ids and classes are generated anew with every load. `@label 标题`
 * the control that this label belongs to; `@row 附件` the row of the form that this label begins; `@button 发布` what can be pressed and
 * says just that; `@self` the element itself. ` >> ` goes on inside what was found: `@row 附件 >> li`. Labels are compared without spaces,
 * colons and the star of a required field.
 */
const Selector = z.string().min(1).max(500)

/**
 * How one form field is found and read. `value` reads a control's value; `text` its text; `checked` the value of the checked radio in the
 * group; `selected` the words of a list's chosen option; `checked-label` the labels of all that are checked, joined by 、. What the form's
 * page does not have is looked for in the frame of the body.
 */
export const FieldReader = z.strictObject({
  selector: Selector,
  read: z.enum(['value', 'text', 'checked', 'selected', 'checked-label']),
})
export type FieldReader = z.infer<typeof FieldReader>

/** The kinds of editor that a surface exists for, one file each in `extension/adapters/surfaces/`. */
export const SurfaceKind = z.enum([
  ...['textarea', 'contenteditable', 'iframe', 'tinymce', 'ueditor', 'wangeditor'],
  ...['ckeditor4', 'ckeditor5', 'kindeditor', 'quill', 'summernote', 'prosemirror', 'gutenberg'],
] as const)
export type SurfaceKind = z.infer<typeof SurfaceKind>

/**
 * A request of the CMS. `url` is a glob over origin and path (`https://cms.example/admin/publish*`); `body` narrows by a form or JSON
 * field that carries the action where save and publish share one URL.
 */
export const RequestPattern = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'ANY']),
  url: z.string().min(1).max(1000),
  body: z.strictObject({ field: z.string().max(200), equals: z.string().max(200) }).nullable(),
})
export type RequestPattern = z.infer<typeof RequestPattern>

/** 站点适配: where in a CMS page the draft is, how it is published, and what is a save. Pure data; parse ∘ format = identity. */
export const Profile = z.strictObject({
  v: z.literal(1),
  id: z.string().regex(/^[a-z0-9-]{1,64}$/, '应为 1 至 64 个小写字母、数字或连字符'),
  name: z.string().min(1).max(100),
  /** Page URLs of the edit form, as globs. */
  matches: z.array(z.string().min(1).max(1000)).min(1).max(50),
  /** Base that the published page's relative links resolve against. */
  site: z.url(),
  fields: z.strictObject({
    title: FieldReader,
    documentNumber: FieldReader.nullable(),
    channel: FieldReader.nullable(),
    disclosureClass: FieldReader.nullable(),
    datedOn: FieldReader.nullable(),
    department: FieldReader.nullable(),
    source: FieldReader.nullable(),
  }),
  /** Words of the CMS for the three disclosure classes. */
  disclosureWords: z.strictObject({ proactive: z.string(), 'on-request': z.string(), withheld: z.string() }),
  body: z.strictObject({
    surface: SurfaceKind,
    /** The editor's container, textarea or frame. */
    selector: Selector,
    format: z.enum(['html', 'text']),
    /** The form or JSON field that carries the body in the publish request. */
    submitField: z.string().max(200),
    /** In what is submitted a line feed is a break (WordPress's classic editor). */
    lineBreaks: z.boolean().optional(),
  }),
  attachments: z
    .strictObject({ item: Selector, name: Selector, link: Selector.nullable(), size: Selector.nullable() })
    .nullable(),
  interpretations: z
    .strictObject({
      item: Selector,
      form: Selector,
      link: Selector,
      status: Selector.nullable(),
      dueOn: Selector.nullable(),
    })
    .nullable(),
  /** Words of the CMS for the five forms, e.g. 文字解读. */
  interpretationWords: z.partialRecord(InterpretationForm, z.string()),
  /** The fields of the publish request that carry the other parts of the draft, so that what was sent can be compared. */
  submitFields: z.partialRecord(
    z.enum(['title', 'documentNumber', 'channel', 'disclosureClass', 'datedOn']),
    z.string().max(200),
  ),
  publish: z.strictObject({
    controls: z.array(Selector).min(1).max(20),
    requests: z.array(RequestPattern).max(20),
    /** `locked`: the requests only publish, so the browser can refuse them. `guard-only`: save and publish share a request (守护而非锁定). */
    lock: z.enum(['locked', 'guard-only']),
  }),
  /** Requests that are never held: 保存草稿, autosave, preview. */
  saves: z.array(RequestPattern).max(20),
  charset: z.string().max(40),
})
export type Profile = z.infer<typeof Profile>
