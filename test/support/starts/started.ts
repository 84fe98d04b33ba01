/** A running editor, as a page's own script knows it. */
export interface Started {
  /** Opens this body and forgets the history. */
  set(html: string): void | Promise<void>
  /** What the page would submit. */
  get(): string
  undo(): void
  focus(): void
  /** What a toolbar button would do, by the name that all the starts share. */
  press(button: Button): void
  destroy(): void | Promise<void>
}

export type Button = 'bold' | 'list'
export type Make = (holder: HTMLElement) => Started | Promise<Started>

const loading = new Map<string, Promise<void>>()

/** Loads a script of an installed editor, once a page. `path` under the editors' folder. */
export function load(path: string): Promise<void> {
  const known = loading.get(path)
  if (known !== undefined) return known
  const made = new Promise<void>((resolve, reject) => {
    const script = document.createElement('script')
    script.src = `/editors/${path}`
    script.onload = () => resolve()
    script.onerror = () => reject(new Error(`${path} did not load`))
    document.head.append(script)
  })
  loading.set(path, made)
  return made
}

/** Adds a style sheet of an installed editor. */
export function dress(path: string): void {
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = `/editors/${path}`
  document.head.append(link)
}

/** A new element inside the holder. */
export function placeIn<K extends keyof HTMLElementTagNameMap>(holder: HTMLElement, tag: K): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  holder.append(element)
  return element
}

/** An editor of the browser's own: what `execCommand` does to an editable. */
export function native(editable: HTMLElement): Pick<Started, 'undo' | 'focus' | 'press'> {
  const run = (command: string): void => void document.execCommand(command)
  return {
    undo: () => run('undo'),
    focus: () => editable.focus(),
    press: (button) => run(button === 'bold' ? 'bold' : 'insertUnorderedList'),
  }
}
