import { wordsOn } from '../adapters/find.ts'
import type { PagePart, Taught } from '../messages/learning.ts'
import { excerpt } from './excerpt.ts'
import { nameButton } from './selector.ts'
import { teachBody } from './teach-body.ts'
import { controlAt, teachField } from './teach-field.ts'
import { teachList } from './teach-list.ts'

/** What is learnt from a part of the page that a person pointed at; null where it cannot be that part. `label`: what the page calls it. */
export function teach(part: PagePart, element: Element, label: string | null = null): Taught | null {
  if (part === 'body') return teachBody(element, label)
  if (part === 'attachments') return teachList(element, label)
  if (part === 'publish' || part === 'save') return teachButton(element)
  return teachField(part, controlAt(element), label)
}

function teachButton(element: Element): Taught {
  const pressed = element.closest('button, input, a, [role="button"], [onclick]') ?? element
  return { ...nameButton(pressed), shown: excerpt(wordsOn(pressed)), how: { as: 'button' } }
}
