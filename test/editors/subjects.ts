import { demoProfiles } from '../../extension/adapters/profiles/demo.ts'
import { editorNames } from './pages.ts'
import type { Subject } from './properties/property.ts'

/** The editors that need no more than a page of ours, at `origin`. */
export function pageSubjects(origin: string): Subject[] {
  const profiles = demoProfiles(origin)
  return editorNames.map((name) => ({
    name,
    place: (when) => ({
      url: `${origin}/admin/edit?id=1&editor=${name}${when === 'late' ? '&late=1' : ''}`,
      profile: profiles.find(({ id }) => id === `demo-${name}`)!,
    }),
    reopen: null,
  }))
}
