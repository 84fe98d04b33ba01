import { Parser } from 'htmlparser2'

/** A stretch of a page, in UTF-16 units of its source. */
export interface Stretch {
  start: number
  end: number
}

/** What a published page says about itself in its markup. */
export interface Landmarks {
  title: string
  heading: { text: string; whole: Stretch } | null
  /** `<meta name>` by lower-case name. */
  meta: ReadonlyMap<string, string>
  /** The text of the document without the page around it; null where no known container was found. */
  content: Stretch | null
  body: Stretch | null
}

/** Containers of the CMSs in use: TRS, 大汉, 开普云, 博达, 苏迪. Lower case. */
const CONTENT_IDS = new Set(['zoom', 'ucap-content', 'vsb_content', 'vsb_newscontent', 'article-content', 'artibody'])
const CONTENT_CLASSES = new Set([
  'trs_editor',
  'trs_editor_view',
  'trs_paper_preview',
  'pages_content',
  'v_news_content',
  'wp_articlecontent',
  'article-content',
])

function isContent(attributes: Readonly<Record<string, string>>): boolean {
  if (CONTENT_IDS.has((attributes.id ?? '').toLowerCase())) return true
  return (attributes.class ?? '').split(/\s+/).some((name) => CONTENT_CLASSES.has(name.toLowerCase()))
}

interface Open {
  tag: string
  start: number
  inner: number
  isContent: boolean
}

/** Reads a whole page once. Takes any string and never throws. */
export function findLandmarks(source: string): Landmarks {
  const meta = new Map<string, string>()
  const contents: Stretch[] = []
  const open: Open[] = []
  let title = ''
  let heading: Landmarks['heading'] = null
  let body: Stretch | null = null
  const inside = (tag: string) => open.some((one) => one.tag === tag)
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (tag === 'meta' && attributes.name) meta.set(attributes.name.toLowerCase(), attributes.content ?? '')
      if (tag === 'h1' && heading === null) heading = { text: '', whole: { start: parser.startIndex, end: 0 } }
      open.push({ tag, start: parser.startIndex, inner: parser.endIndex + 1, isContent: isContent(attributes) })
    },
    ontext(text) {
      if (inside('title')) title += text
      else if (heading !== null && heading.whole.end === 0 && inside('h1')) heading.text += text
    },
    onclosetag(tag) {
      const one = open.pop()
      if (one === undefined) return
      const stretch = { start: one.inner, end: Math.max(one.inner, parser.startIndex) }
      if (one.isContent && !open.some((outer) => outer.isContent)) contents.push(stretch)
      if (tag === 'body') body = stretch
      if (tag === 'h1' && heading?.whole.end === 0) heading.whole.end = parser.endIndex + 1
    },
  })
  parser.end(source)
  const longest = contents.sort((a, b) => b.end - b.start - (a.end - a.start))[0] ?? markedContent(source)
  return { title, heading, meta, content: longest, body }
}

/** 大汉 jcms marks the content by comments. */
function markedContent(source: string): Stretch | null {
  const start = source.indexOf('<!--ZJEG_RSS.content.begin-->')
  const end = source.indexOf('<!--ZJEG_RSS.content.end-->')
  return start >= 0 && end > start ? { start, end } : null
}
