import { type Artefacts, noArtefacts } from './artefacts.ts'
import { entities, Places } from './places.ts'

export interface Serialised {
  html: string
  places: Places
}

const voids = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(' '),
)
const rawTexts = new Set('style script xmp iframe noembed noframes plaintext'.split(' '))

const escapeAttribute = (value: string): string =>
  value.replace(/[&\u00a0<>"]/g, (char) => (char === '"' ? '&quot;' : entities.get(char)!))

/** Nodes between two yields: about a millisecond of work. */
const STEP = 500

/**
 * The children of `root` by the HTML fragment serialisation algorithm, without the editor's artefacts, and the way from
 * each offset of the string back to its node. Reads only: not a node, attribute or selection is changed. Yields every few
 * hundred nodes; a caller that pauses there must start again when the document changed meanwhile.
 */
export function* serialiseSteps(root: Node, artefacts: Artefacts = noArtefacts): Generator<void, Serialised, void> {
  const parts: string[] = []
  const places = new Places(artefacts)
  let length = 0
  const write = (part: string): void => {
    parts.push(part)
    length += part.length
  }
  // An explicit stack: a paste can nest deeper than the call stack reaches. A string on it is an end tag that is due.
  const stack: (Node | string)[] = []
  const enter = (parent: Node): void => {
    for (let child = parent.lastChild; child !== null; child = child.previousSibling) stack.push(child)
  }
  enter(contentOf(root))
  for (let count = 1; ; count++) {
    const next = stack.pop()
    if (next === undefined) break
    if (count % STEP === 0) yield
    if (typeof next === 'string') write(next)
    else if (next.nodeType === Node.TEXT_NODE) {
      const start = length
      write(textOf(next as Text, artefacts))
      if (length > start) places.addText(next as Text, start, length)
    } else if (next.nodeType === Node.COMMENT_NODE) write(`<!--${(next as Comment).data}-->`)
    else if (next.nodeType === Node.ELEMENT_NODE) {
      const element = next as Element
      const treatment = artefacts.element(element)
      if (treatment === 'drop') continue
      if (treatment !== 'unwrap') {
        const tag = treatment?.tag ?? element.localName
        const start = length
        write(startTag(element, tag, artefacts))
        places.addElement(element, start, length)
        if (voids.has(tag)) continue
        stack.push(`</${tag}>`)
      }
      enter(contentOf(element))
    }
  }
  return { html: parts.join(''), places }
}

/** `serialiseSteps` in one go. */
export function serialise(root: Node, artefacts: Artefacts = noArtefacts): Serialised {
  const steps = serialiseSteps(root, artefacts)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** A template's children are in its content. No `instanceof`: the node may belong to a frame with classes of its own. */
function contentOf(node: Node): Node {
  return (node as Partial<HTMLTemplateElement>).localName === 'template' ? (node as HTMLTemplateElement).content : node
}

function textOf(node: Text, artefacts: Artefacts): string {
  const parent = node.parentNode as Partial<Element> | null
  if (rawTexts.has(parent?.localName ?? '')) return node.data
  let out = node.data.replace(/[&\u00a0<>]/g, (char) => entities.get(char)!)
  for (const [char, written] of artefacts.characters(node)) if (out.includes(char)) out = out.replaceAll(char, written)
  return out
}

function startTag(element: Element, tag: string, artefacts: Artefacts): string {
  const written = new Map<string, string>()
  for (const { name, value } of Array.from(element.attributes)) {
    const as = artefacts.attribute(name, element)
    // An attribute that stands for another (data-mce-src for src) says what will be submitted, so it wins.
    if (as !== null && (as !== name || !written.has(as))) written.set(as, value)
  }
  let out = `<${tag}`
  for (const [name, value] of written) out += ` ${name}="${escapeAttribute(value)}"`
  return `${out}>`
}
