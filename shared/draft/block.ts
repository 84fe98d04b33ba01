import type { MappedText } from './source-map.ts'
import type { Cell } from './table-grid.ts'

export type BlockKind = 'paragraph' | 'heading' | 'cell' | 'caption'

/**
 * A canonical block: a stretch of text that a reader sees as one. Its text is NFC, with every run of white space one space and
 * none at the ends; never empty. `toSource` leads back to the body's source.
 */
export interface Block extends MappedText {
  kind: BlockKind
  /** Set where the block lies in a table cell. A cell may hold several blocks. */
  cell: Cell | null
  /** A reader does not see it. */
  hidden: boolean
}

/** A target written in the body: `href`, `src` and the like. */
export interface Reference {
  tag: string
  attribute: string
  /** As written, entities decoded. */
  value: string
  /** Absolute, or as written where it cannot be resolved. */
  target: string
  /** Text of a link, or `alt` of an image; `null` where there is no such attribute. */
  text: string | null
  style: string
  hidden: boolean
  /** Source offsets of the whole opening tag. */
  start: number
  end: number
}

/** Text that stands in the source beside what is shown: an `alt`, a `title`, a comment. A crawler reads it; the content hash does not hold it. */
export interface Aside {
  text: string
  /** Source offsets of the whole tag or comment. */
  start: number
  end: number
}

/** What `readBlocks` makes of a body. */
export interface Canonical {
  blocks: readonly Block[]
  references: readonly Reference[]
  asides: readonly Aside[]
  /** Absolute targets of `a[href]` and `area[href]`, in order. */
  links: readonly string[]
  /** Absolute targets of `img[src]`, in order. */
  images: readonly string[]
}
