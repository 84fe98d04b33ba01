import type { Profile } from '../../shared/ruleset/profile.ts'
import { type BackOffice, page } from './page.ts'

/** The names that the same page gives to its parts before and after a new skin. */
export const skins = {
  old: { title: 'doc_title', body: 'doc_body', publish: 'do_publish' },
  new: { title: 'articleTitle', body: 'articleText', publish: 'releaseButton' },
} as const

/** A page whose skin changes under its profile. */
export function reskinned(skin: () => keyof typeof skins): BackOffice {
  return {
    start: '/cms/edit?id=1',
    form: /cms\/edit/,
    async answer(request, received) {
      const { pathname } = new URL(request.url)
      if (pathname === '/cms/publish') {
        received.published.push((await request.json()) as Record<string, string>)
        return new Response('{}')
      }
      if (pathname !== '/cms/edit') return null
      const { title, body, publish } = skins[skin()]
      return page(
        '编辑',
        `<body><p>标题 <input name="${title}" size="60"></p><p>正文 <textarea id="${body}" rows="12" cols="80"></textarea></p><button type="button" id="${publish}">发布</button>
        <script>document.querySelector('button').onclick = () => fetch('/cms/publish', { method: 'POST', body: JSON.stringify({ title: document.querySelector('input').value }) }).catch(() => {})</script></body>`,
      )
    },
  }
}

/** The profile of that page in one skin. */
export function profileOfSkin(origin: string, skin: keyof typeof skins): Profile {
  const { title, body, publish } = skins[skin]
  const none = {
    documentNumber: null,
    channel: null,
    disclosureClass: null,
    datedOn: null,
    department: null,
    source: null,
  }
  return {
    v: 1,
    id: 'reskinned',
    name: '会改版的后台',
    matches: [`${origin}/cms/edit?*`],
    site: `${origin}/`,
    fields: { title: { selector: `[name=${title}]`, read: 'value' }, ...none },
    disclosureWords: { proactive: '主动公开', 'on-request': '依申请公开', withheld: '不予公开' },
    body: { surface: 'textarea', selector: `#${body}`, format: 'text', submitField: '' },
    attachments: null,
    interpretations: null,
    interpretationWords: {},
    submitFields: { title: 'title' },
    publish: {
      controls: [`#${publish}`],
      requests: [{ method: 'POST', url: `${origin}/cms/publish`, body: null }],
      lock: 'locked',
    },
    saves: [],
    charset: 'utf-8',
  }
}
