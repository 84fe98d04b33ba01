import { all, first } from './dom.ts'

/** Everything that `selector` (as a profile has it: CSS, `@label`, `@row`, `@button`, `@self`, ` >> `) names under `root`, in the order of the page. */
export function findAll(root: ParentNode, selector: string): Element[] {
  const [head = '', ...rest] = selector.split(' >> ')
  const found = findPart(root, head)
  return rest.length === 0 ? found : [...new Set(found.flatMap((one) => findAll(one, rest.join(' >> '))))]
}

/** The first of them, or null. */
export function findOne(root: ParentNode, selector: string): Element | null {
  return selector.startsWith('@') || selector.includes(' >> ')
    ? (findAll(root, selector)[0] ?? null)
    : first(root as Document | Element, selector)
}

function findPart(root: ParentNode, part: string): Element[] {
  const [, kind, words = ''] = /^@(label|row|button|self)(?: (.+))?$/.exec(part) ?? []
  if (kind === undefined) return all(root as Document | Element, part)
  if (kind === 'self') return root.nodeType === Node.ELEMENT_NODE ? [root as Element] : []
  if (kind === 'button') return buttonsSaying(root, words)
  if (kind === 'row') return labelled(root, words, (text) => rowOf(text, `${fields}, ${lists}`, fileName)?.row ?? null)
  return labelled(root, words, controlsOf)
}

/** A label without what stands around its words in forms: spaces (标　　题), the star of a required field, the colon. */
export function labelOf(text: string): string {
  return text.replace(/\s|[（(]必填[）)]/g, '').replace(/^[*＊·]+|[*＊:：]+$/g, '')
}

const fields = [...['input', 'select', 'textarea', 'iframe', '[contenteditable]:not([contenteditable="false"])']].join()
const lists = 'ul, ol, table'
/** A list of uploads need be no list: the name of a file tells as well. */
export const fileName = /[^\s/\\]\.(?:docx?|wps|ofd|pdf|xlsx?|et|pptx?|txt|zip|rar|7z|jpe?g|png|mp4)\b/i
const pressed = 'button, input, a, [role="button"], [onclick]'
/** How far up from its label a control is looked for: further is another row. */
const FAR = 4

/** What `find` makes of each text that is this label. */
function labelled(
  root: ParentNode,
  label: string,
  find: (text: Text) => Element | readonly Element[] | null,
): Element[] {
  const document = root.ownerDocument ?? (root as Document)
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const found = new Set<Element>()
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    const { data, parentElement } = text as Text
    if (data.length > 60 || labelOf(data) !== label) continue
    if (parentElement === null || parentElement.closest('script, style, option, button, a, textarea') !== null) continue
    for (const one of [find(text as Text) ?? []].flat()) found.add(one)
  }
  return [...found]
}

/** The control that a label names by itself, or the first one after it in its row; of a choice, the whole group. */
function controlsOf(text: Text): readonly Element[] {
  const named = text.parentElement?.closest('label')?.control ?? null
  // 主动公开 beside its radio is a choice, not the label of a field.
  if (named !== null) return isChoice(named) ? [] : [named]
  const { after = [] } = rowOf(text, fields) ?? {}
  const [first] = after
  if (first === undefined) return []
  return isChoice(first) ? after.filter((one) => isChoice(one) && one.name === first.name) : [first]
}

/** The smallest element around a label in which something of `wanted` follows it, and what follows. */
function rowOf(text: Text, wanted: string, said: RegExp | null = null): { row: Element; after: Element[] } | null {
  let up = text.parentElement
  for (let step = 0; up !== null && step < FAR; step += 1, up = up.parentElement) {
    const after = Array.from(up.querySelectorAll(wanted)).filter((one) => isField(one) && follows(one, text))
    if (after.length > 0 || said?.test(up.textContent ?? '')) return { row: up, after }
  }
  return null
}

function follows(element: Element, text: Text): boolean {
  return (text.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

/** Something that a person fills in. */
function isField(element: Element): boolean {
  if (element.localName !== 'input') return true
  return !['hidden', 'button', 'submit', 'reset', 'image', 'file'].includes((element as HTMLInputElement).type)
}

function isChoice(element: Element): element is HTMLInputElement {
  return element.localName === 'input' && ['radio', 'checkbox'].includes((element as HTMLInputElement).type)
}

/** What an element says to press: its own words, or a button's value. */
export function wordsOn(element: Element): string {
  const input = element as HTMLInputElement
  const value = input.localName === 'input' && ['button', 'submit', 'reset'].includes(input.type) ? input.value : ''
  const words = value || element.textContent || ''
  return words.length > 60 ? '' : labelOf(words)
}

function buttonsSaying(root: ParentNode, words: string): Element[] {
  const all = Array.from(root.querySelectorAll(pressed)).filter((one) => wordsOn(one) === words)
  return all.filter((one) => !all.some((other) => other !== one && one.contains(other)))
}
