import type { SurfaceKind } from '#shared/ruleset/profile.ts'

/** An editor's own way in and out, in the page's world: what it would submit, and how it takes a body so that its undo and state stay right. */
export interface Door {
  read(): string
  write(html: string): void
}

type Holding = {
  getContainer(): Element
  getContent(): string
  setContent(html: string): void
  undoManager: { add(): void }
}
type Framed = { iframe: Element; getContent(): string; setContent(html: string): void }
type Ck4 = { container: { $: Element }; getData(): string; setData(html: string): void }
type Ck5 = Element & { ckeditorInstance?: { getData(): string; setData(html: string): void } }
type Ke = { container: Element[]; html(html?: string): string }
type QuillEditor = {
  getSemanticHTML(): string
  clipboard: { convert(given: { html: string }): object }
  setContents(delta: object, source: string): void
}
type Tiptap = Element & {
  editor?: { getHTML(): string; commands: { setContent(html: string): void } }
}
interface Select {
  getEditedPostContent(): string
}
interface Dispatch {
  resetBlocks(blocks: unknown): void
}

/** What the editors leave on the window. All of it is the page's, which can put anything there. */
export interface EditorWindow extends Window {
  tinymce?: { get(): Holding[] }
  UE?: { instants: Record<string, Framed> }
  CKEDITOR?: { instances?: Record<string, Ck4> }
  KindEditor?: { instances: Ke[] }
  Quill?: { find(element: Element): QuillEditor | null }
  jQuery?: (element: Element) => { summernote(command: string, html?: string): string }
  wp?: {
    data: { select(store: string): Select; dispatch(store: string): Dispatch }
    blocks: { rawHandler(given: { HTML: string }): unknown }
  }
}

type Find = (window: EditorWindow, container: Element) => Door | null

const doors: Partial<Record<SurfaceKind, Find>> = {
  tinymce: ({ tinymce }, container) => {
    const editor = tinymce?.get().find((one) => container.contains(one.getContainer()))
    if (editor === undefined) return null
    const write = (html: string): void => {
      editor.setContent(html)
      editor.undoManager.add()
    }
    return { read: () => editor.getContent(), write }
  },
  ueditor: ({ UE }, container) => {
    const editor = Object.values(UE?.instants ?? {}).find((one) => container.contains(one.iframe))
    return editor === undefined ? null : { read: () => editor.getContent(), write: (html) => editor.setContent(html) }
  },
  ckeditor4: ({ CKEDITOR }, container) => {
    const editor = Object.values(CKEDITOR?.instances ?? {}).find((one) => container.contains(one.container.$))
    return editor === undefined ? null : { read: () => editor.getData(), write: (html) => editor.setData(html) }
  },
  ckeditor5: (_, container) => {
    const editor = container.querySelector<Ck5>('.ck-editor__editable')?.ckeditorInstance
    return editor === undefined ? null : { read: () => editor.getData(), write: (html) => editor.setData(html) }
  },
  kindeditor: ({ KindEditor }, container) => {
    const held = (one: Ke): boolean => one.container[0] !== undefined && container.contains(one.container[0])
    const editor = KindEditor?.instances.find(held)
    return editor === undefined ? null : { read: () => editor.html(), write: (html) => void editor.html(html) }
  },
  quill: ({ Quill }, container) => {
    const box = container.querySelector('.ql-container')
    const editor = box === null ? null : (Quill?.find(box) ?? null)
    if (editor === null) return null
    const write = (html: string): void => editor.setContents(editor.clipboard.convert({ html }), 'user')
    return { read: () => editor.getSemanticHTML(), write }
  },
  summernote: ({ jQuery }, container) => {
    const source = container.querySelector('.note-editor')?.previousElementSibling
    if (jQuery === undefined || source == null) return null
    const editor = jQuery(source)
    return { read: () => editor.summernote('code'), write: (html) => void editor.summernote('code', html) }
  },
  prosemirror: (_, container) => {
    const editor = container.querySelector<Tiptap>('.ProseMirror')?.editor
    if (editor === undefined) return null
    return { read: () => editor.getHTML(), write: (html) => editor.commands.setContent(html) }
  },
  gutenberg: ({ wp }) => {
    if (wp === undefined) return null
    const write = (html: string): void =>
      wp.data.dispatch('core/block-editor').resetBlocks(wp.blocks.rawHandler({ HTML: html }))
    return { read: () => wp.data.select('core/editor').getEditedPostContent(), write }
  },
}

/** The door of the editor inside `container`. Null where this kind has none that a page shows (wangEditor, a plain editable), or it is not there. */
export function doorOf(window: EditorWindow, surface: SurfaceKind, container: Element): Door | null {
  return doors[surface]?.(window, container) ?? null
}
