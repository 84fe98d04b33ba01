import { fileName, findAll, findOne } from '../adapters/find.ts'
import { bytesIn } from '../adapters/read-lists.ts'
import type { Taught } from '../messages/learning.ts'
import { excerpt } from './excerpt.ts'
import { nameElement, nameInside, stepsTo } from './selector.ts'

/** 附件: the list that an entry belongs to. `element`: one entry, a part of it, or the box around the list. */
export function teachList(element: Element, label: string | null): Taught | null {
  const [name] = namesIn(element)
  const root = label === null ? element.ownerDocument.body : element
  if (name === undefined) return null
  const item = itemOf(name, element === name ? null : root)
  const list = item.parentElement
  if (list === null) return null
  const box = nameElement(list, null)
  const entry = item.localName
  const row = label === null ? null : findOne(item.ownerDocument, `@row ${label}`)
  const inRow = row?.contains(list) ? [`@row ${label} >> :scope > ${[...stepsTo(list, row), entry].join(' > ')}`] : []
  const ways = box.fragile ? inRow : [`${box.selector} > ${entry}`, ...inRow]
  const selector = ways.find((way) => isList(findAll(item.ownerDocument, way), item)) ?? `${box.selector} > ${entry}`
  const link = item.matches('a[href]') ? '@self' : item.querySelector('a[href]')
  const size = leavesOf(item).find((leaf) => leaf !== name && bytesIn(leaf.textContent ?? '') !== null)
  return {
    selector,
    fragile: !ways.includes(selector),
    shown: excerpt(name.textContent ?? ''),
    how: {
      as: 'list',
      name: nameInside(item, name),
      link: link === null || link === '@self' ? link : nameInside(item, link),
      size: size === undefined ? null : nameInside(item, size),
    },
  }
}

/** Whether these are entries: each holds one file's name. */
function isList(found: readonly Element[], item: Element): boolean {
  return found.includes(item) && found.every((one) => namesIn(one).length === 1)
}

/** The smallest elements that say a file's name, in order. */
export function namesIn(element: Element): Element[] {
  return leavesOf(element).filter((leaf) => fileName.test(leaf.textContent ?? ''))
}

function leavesOf(element: Element): Element[] {
  const all = [element, ...Array.from(element.querySelectorAll('*'))]
  return all.filter((one) => one.childElementCount === 0 && !one.matches('script, style, option, textarea'))
}

/** From a name up to the last element that holds no other name: the list's entry. An only entry ends at its `li` or `tr`. */
function itemOf(name: Element, root: Element | null): Element {
  const entry = name.closest('li, tr')
  if (entry !== null && (root === null || root.contains(entry))) return entry
  let item = name
  for (let up = name.parentElement; up !== null && up !== root; up = up.parentElement) {
    if (namesIn(up).length > 1) return item
    item = up
  }
  return name.parentElement === root || name.parentElement === null ? name : name.parentElement
}
