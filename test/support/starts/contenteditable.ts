import { type Make, native, placeIn } from './started.ts'

export const make: Make = (holder) => {
  const box = placeIn(holder, 'div')
  box.contentEditable = 'true'
  box.style.minHeight = '200px'
  const set = (html: string): void => {
    box.innerHTML = html
  }
  return { ...native(box), set, get: () => box.innerHTML, destroy: () => box.remove() }
}
