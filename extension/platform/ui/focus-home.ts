import { useEffect } from 'preact/hooks'

/**
 * Where the focus goes when the form that held it is gone: to what opened it, by id. Without it a person at the keyboard would have to begin
 * again from the top of the page.
 */
export function useFocusHome(id: string | undefined): void {
  useEffect(
    () => () => {
      if (id !== undefined) requestAnimationFrame(() => goHome(id))
    },
    [id],
  )
}

function goHome(id: string): void {
  if (document.activeElement === null || document.activeElement === document.body) document.getElementById(id)?.focus()
}
