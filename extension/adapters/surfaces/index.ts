import type { SurfaceKind } from '#shared/ruleset/profile.ts'
import { ckeditor4 } from './ckeditor4.ts'
import { ckeditor5 } from './ckeditor5.ts'
import { contenteditable } from './contenteditable.ts'
import { gutenberg } from './gutenberg.ts'
import { iframe } from './iframe.ts'
import { kindeditor } from './kindeditor.ts'
import { prosemirror } from './prosemirror.ts'
import { quill } from './quill.ts'
import { summernote } from './summernote.ts'
import type { Surface } from './surface.ts'
import { textarea } from './textarea.ts'
import { tinymce } from './tinymce.ts'
import { ueditor } from './ueditor.ts'
import { wangeditor } from './wangeditor.ts'

/** One surface a kind of editor. A new editor is one file and one line here, and passes `test/editors`. */
export const surfaces: Readonly<Record<SurfaceKind, Surface>> = {
  textarea,
  contenteditable,
  iframe,
  tinymce,
  ueditor,
  wangeditor,
  ckeditor4,
  ckeditor5,
  kindeditor,
  quill,
  summernote,
  prosemirror,
  gutenberg,
}
