import type { SurfaceKind } from '#shared/ruleset/profile.ts'
import { doorOf, type EditorWindow } from './doors.ts'
import { findOne } from './find.ts'

/**
 * What the editor itself says it would submit. Runs in the page's own world, where a hostile page answers as it likes: a claim, to be
 * compared with what is read and never believed. Null where there is nothing to ask.
 */
export function readSubmitted(window: EditorWindow, surface: SurfaceKind, selector: string): string | null {
  try {
    const container = findOne(window.document, selector)
    const said: unknown = container === null ? null : doorOf(window, surface, container)?.read()
    return typeof said === 'string' ? said : null
  } catch {
    return null
  }
}
