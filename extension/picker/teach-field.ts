import { findAll } from '../adapters/find.ts'
import type { FieldPart, Taught } from '../messages/learning.ts'
import { excerpt } from './excerpt.ts'
import { disclosureLabels } from './labels.ts'
import { nameElement } from './selector.ts'

const controls = 'input, select, textarea'
type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** The control that was meant: the thing itself, what its label belongs to, or the only one in it. */
export function controlAt(element: Element): Element {
  if (element.matches(controls)) return element
  const inside = Array.from(element.querySelectorAll(controls)).filter(
    (one) => (one as HTMLInputElement).type !== 'hidden',
  )
  return element.closest('label')?.control ?? (inside.length === 1 || isRadio(inside[0]) ? inside[0]! : element)
}

/** A field of the form: its control, or, where the page only shows it, its text. */
export function teachField(part: FieldPart, element: Element, label: string | null): Taught {
  const words = part === 'disclosureClass' ? disclosureWordsOf(element) : null
  if (isRadio(element)) {
    const group = radiosWith(element)
    const chosen = group.find(({ checked }) => checked)
    const shown = chosen === undefined ? '' : choiceWords(chosen)
    return {
      ...nameElement(element, label, group),
      shown: excerpt(shown),
      how: { as: 'field', read: 'checked', words },
    }
  }
  const named = nameElement(element, label)
  if (element.localName === 'select') {
    const shown = (element as HTMLSelectElement).selectedOptions[0]?.textContent ?? ''
    // The three classes are compared by their values; a channel is called by the words that people use.
    const read = part === 'disclosureClass' ? 'value' : 'selected'
    return { ...named, shown: excerpt(shown), how: { as: 'field', read, words } }
  }
  const isControl = element.matches(controls)
  const shown = isControl ? (element as Control).value : (element.textContent ?? '')
  return { ...named, shown: excerpt(shown), how: { as: 'field', read: isControl ? 'value' : 'text', words } }
}

/** The value that this form has for each of the three classes; the words themselves where it has none of them. */
function disclosureWordsOf(element: Element): typeof disclosureLabels | Record<keyof typeof disclosureLabels, string> {
  const choices: [string, string][] = isRadio(element)
    ? radiosWith(element).map((radio) => [choiceWords(radio), radio.value])
    : Array.from((element as Partial<HTMLSelectElement>).options ?? [], ({ text, value }) => [text.trim(), value])
  const of = (word: string): string => choices.find(([words]) => words.includes(word))?.[1] ?? word
  const { proactive, withheld } = disclosureLabels
  return { proactive: of(proactive), 'on-request': of(disclosureLabels['on-request']), withheld: of(withheld) }
}

function isRadio(element: Element | undefined): element is HTMLInputElement {
  return element?.localName === 'input' && (element as HTMLInputElement).type === 'radio'
}

function radiosWith(radio: HTMLInputElement): HTMLInputElement[] {
  const all = findAll(radio.form ?? radio.ownerDocument, 'input[type=radio]') as HTMLInputElement[]
  return radio.name === '' ? [radio] : all.filter(({ name }) => name === radio.name)
}

/** What stands beside a radio: in its label, or after it up to the next one. */
function choiceWords(radio: HTMLInputElement): string {
  const label = radio.labels?.[0]?.textContent
  return (label ?? radio.nextSibling?.textContent ?? '').trim()
}
