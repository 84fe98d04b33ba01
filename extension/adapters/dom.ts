/**
 * Questions to a page whose names we do not choose: `<input name=matches>` in a form, `<img name=querySelector>` in a document shadow
 * the method of that name, for us as for the page. These ask the prototypes, which a content script has to itself.
 */

const isDocument = (root: Node): root is Document => nodeTypeOf(root) === Node.DOCUMENT_NODE

function getterOf<T>(owner: object, name: string): (of: Node) => T {
  return (of) => Object.getOwnPropertyDescriptor(owner, name)!.get!.call(of) as T
}

const nodeTypeOf = (node: Node): number => getterOf<number>(Node.prototype, 'nodeType')(node)

/** The first element that `selector` names under `root`, or null. */
export function first<E extends Element>(root: Document | Element, selector: string): E | null {
  const { querySelector } = isDocument(root) ? Document.prototype : Element.prototype
  return querySelector.call(root, selector) as E | null
}

/** Every element that `selector` names under `root`, in document order. */
export function all(root: Document | Element, selector: string): Element[] {
  const { querySelectorAll } = isDocument(root) ? Document.prototype : Element.prototype
  return Array.from(querySelectorAll.call(root, selector))
}

export function matches(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector)
}

export function attributeOf(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name)
}

/** What relative addresses in this node's document resolve against. */
export function baseOf(node: Node): string {
  return getterOf<string>(Node.prototype, 'baseURI')(node)
}
