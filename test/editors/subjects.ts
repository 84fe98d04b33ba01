import { demoProfiles } from '../../extension/adapters/profiles/demo.ts'
import { wordpressProfiles } from '../../extension/adapters/profiles/wordpress.ts'
import type { Profile } from '../../shared/ruleset/profile.ts'
import type { EditorPage } from './editor-page.ts'
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
    save: null,
  }))
}

interface WordPress extends Window {
  wp: {
    data: {
      dispatch(store: string): { savePost(): Promise<void> }
      select(store: string): { getCurrentPostId(): number }
    }
  }
}

async function saveBlocks({ page }: EditorPage): Promise<string> {
  const id = await page.evaluate(async () => {
    const { data } = (window as unknown as WordPress).wp
    await data.dispatch('core/editor').savePost()
    return data.select('core/editor').getCurrentPostId()
  })
  return `post.php?post=${id}&action=edit`
}

/** 保存草稿 as a person presses it. The page that comes is the saved one. */
async function saveClassic({ page }: EditorPage): Promise<string> {
  await page.fill('#title', '校服管理')
  await Promise.all([page.waitForURL(/post\.php\?post=\d+/), page.click('#save-post')])
  return page.url().replace(/^.*\//, '')
}

export const wordpressNames = ['wordpress-block', 'wordpress-classic'] as const

/** The block editor and the classic one of a real WordPress at `origin`. It has one editor a page, and that from the beginning. */
export function wordpressSubjects(origin: string): Subject[] {
  const [classic, block] = wordpressProfiles(origin) as [Profile, Profile]
  const subject = (
    name: (typeof wordpressNames)[number],
    profile: Profile,
    query: string,
    save: (editor: EditorPage) => Promise<string>,
  ): Subject => ({
    name,
    place: (when) => (when === 'late' ? null : { url: `${origin}/wp-admin/post-new.php${query}`, profile }),
    save: async (editor) => ({ url: `${origin}/wp-admin/${await save(editor)}`, profile }),
  })
  return [
    { ...subject('wordpress-block', block, '', saveBlocks), unseen: '\ufeff' },
    subject('wordpress-classic', classic, '?classic', saveClassic),
  ]
}
