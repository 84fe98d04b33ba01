import { findAll, labelOf, wordsOn } from '../adapters/find.ts'

export interface Named {
  selector: string
  fragile: boolean
}

/**
 * A selector that names `element` and nothing else, by what looks the same after the next load: a name or id that no program made up,
 * else the words of its label or on it, else its class. By its place only where there is nothing else, and then it is `fragile`.
 * `group`: the radios that belong together. `label`: how the page names the field, where that is known.
 */
export function nameElement(element: Element, label: string | null, group: readonly Element[] = [element]): Named {
  const document = element.ownerDocument
  const names = (selector: string): boolean => sameElements(findAll(document, selector), group)
  const stable = [...ownNames(element), ...scopedNames(element), ...labelNames(label), ...classNames(element)]
  const found = stable.find(names)
  return found === undefined ? { selector: pathTo(element), fragile: true } : { selector: found, fragile: false }
}

/** As `nameElement`, for what is pressed: the same words may stand above and below the form. */
export function nameButton(element: Element): Named {
  const words = wordsOn(element)
  const document = element.ownerDocument
  const own = ownNames(element).find((selector) => sameElements(findAll(document, selector), [element]))
  if (own !== undefined) return { selector: own, fragile: false }
  const spoken = `@button ${words}`
  const found = words === '' ? [] : findAll(document, spoken)
  return found.includes(element) ? { selector: spoken, fragile: false } : nameElement(element, null)
}

/** A selector for a part of `item`, the first of its kind there. */
export function nameInside(item: Element, part: Element): string {
  if (item === part) return '@self'
  const classes = Array.from(part.classList).filter(looksMade).map(cssClass)
  const all = [...classes, part.localName + classes.join(''), part.localName]
  return all.find((selector) => item.querySelector(selector) === part) ?? pathTo(part, item)
}

function ownNames(element: Element): string[] {
  const name = element.getAttribute('name') ?? ''
  return [
    ...(looksMade(name) ? [`${element.localName}[name="${CSS.escape(name)}"]`] : []),
    ...(looksMade(element.id) ? [`#${CSS.escape(element.id)}`] : []),
  ]
}

/** The same names inside a form or box that has one: a search box above the form may have a field of the same name. */
function scopedNames(element: Element): string[] {
  const own = [...ownNames(element), element.localName]
  const around: string[] = []
  for (let up = element.parentElement; up !== null; up = up.parentElement) around.push(...ownNames(up))
  return around.slice(0, 4).flatMap((box) => own.map((name) => `${box} ${name}`))
}

function labelNames(label: string | null): string[] {
  return label === null || label === '' ? [] : [`@label ${labelOf(label)}`]
}

function classNames(element: Element): string[] {
  return Array.from(element.classList)
    .filter(looksMade)
    .map((name) => element.localName + cssClass(name))
}

const cssClass = (name: string): string => `.${CSS.escape(name)}`

/**
 * Whether a person chose this name. A program's are told by three digits in a row, a letter after a digit, or five letters without a
 * vowel (`f_8a3x`, `el-id-4021-7`, `_1kq9z`, `:r3:`); a name of ours that is wrongly taken for one is found by its label instead.
 */
export function looksMade(name: string): boolean {
  if (name === '' || name.length > 60 || !/^[\w\-.:$[\]\u4e00-\u9fff]+$/.test(name)) return false
  if (/\d{3,}|\d[a-z]|^[:_]/i.test(name)) return false
  return name.split(/[^a-z]+|(?<=[a-z])(?=[A-Z])/i).every((word) => word.length < 5 || /[aeiouy]/i.test(word))
}

/** The way down from the nearest element that has a name (or from `from`), by place. */
function pathTo(element: Element, from: Element | null = null): string {
  if (from !== null) return `:scope > ${stepsTo(element, from).join(' > ')}`
  for (let up = element.parentElement; up !== null; up = up.parentElement) {
    const own = ownNames(up)[0]
    if (own !== undefined && findAll(up.ownerDocument, own).length === 1)
      return [own, ...stepsTo(element, up)].join(' > ')
  }
  return ['html', ...stepsTo(element, element.ownerDocument.documentElement)].join(' > ')
}

/** The places on the way from `from` (not named itself) down to `element`. */
export function stepsTo(element: Element, from: Element): string[] {
  const steps: string[] = []
  for (let at = element; at !== from && at.parentElement !== null; at = at.parentElement)
    steps.unshift(`${at.localName}:nth-child(${Array.from(at.parentElement.children).indexOf(at) + 1})`)
  return steps
}

function sameElements(found: readonly Element[], wanted: readonly Element[]): boolean {
  return found.length === wanted.length && wanted.every((one) => found.includes(one))
}
