import { type Make, native, placeIn } from './started.ts'

export const make: Make = (holder) => {
  const area = placeIn(holder, 'textarea')
  area.name = 'content'
  area.rows = 20
  area.cols = 80
  const set = (html: string): void => {
    area.value = html
    // As a script of a CMS does it that wants to be heard.
    area.dispatchEvent(new Event('input', { bubbles: true }))
  }
  return { ...native(area), set, get: () => area.value, destroy: () => area.remove() }
}
