import type { Profile } from '#shared/ruleset/profile.ts'

/** 发布 and 更新 of the classic editor carry their own word, in the language of the back office. */
const pressed = [
  ['publish', '发布'],
  ['publish', 'Publish'],
  ['save', '更新'],
  ['save', 'Update'],
] as const

const none = { documentNumber: null, disclosureClass: null, datedOn: null, department: null, source: null }

function common(origin: string): Omit<Profile, 'id' | 'name' | 'matches' | 'fields' | 'body' | 'publish' | 'saves'> {
  return {
    v: 1,
    site: `${origin}/`,
    disclosureWords: { proactive: '主动公开', 'on-request': '依申请公开', withheld: '不予公开' },
    attachments: null,
    interpretations: null,
    interpretationWords: {},
    submitFields: { title: 'title' },
    charset: 'utf-8',
  }
}

/**
 * The block editor. 分类 are read where their panel is open; shut, they are unread and not guessed. A post that is out already is
 * updated by a request that says nothing of its state, so that only the guard can hold it (守护而非锁定).
 */
function block(origin: string): Profile {
  const posts = [`${origin}/*wp/v2/posts*`, `${origin}/*%2fwp%2fv2%2fposts*`]
  const saying = (status: string): Profile['saves'] =>
    posts.map((url) => ({ method: 'POST', url, body: { field: 'status', equals: status } }))
  return {
    ...common(origin),
    id: 'wordpress-block',
    name: 'WordPress（区块编辑器）',
    matches: [`${origin}/*wp-admin/post.php?*action=edit*`, `${origin}/*wp-admin/post-new.php*`],
    fields: {
      ...none,
      title: { selector: '.editor-post-title__input', read: 'text' },
      channel: {
        selector: '.edit-post-sidebar .editor-post-taxonomies__hierarchical-terms-list input',
        read: 'checked-label',
      },
    },
    body: { surface: 'gutenberg', selector: 'body', format: 'html', submitField: 'content' },
    publish: { controls: ['.editor-post-publish-button'], requests: saying('publish'), lock: 'guard-only' },
    saves: [...saying('draft'), ...saying('auto-draft')],
  }
}

/** The classic editor in its 可视化 mode. In 文本 mode the body is unread. */
function classic(origin: string): Profile {
  return {
    ...common(origin),
    id: 'wordpress-classic',
    name: 'WordPress（经典编辑器）',
    matches: [`${origin}/*wp-admin/post.php?*classic*`, `${origin}/*wp-admin/post-new.php?*classic*`],
    fields: {
      ...none,
      title: { selector: '#titlewrap #title', read: 'value' },
      channel: { selector: '#categorychecklist input[type=checkbox]', read: 'checked-label' },
    },
    body: {
      ...{ surface: 'tinymce', selector: '#wp-content-wrap.tmce-active', format: 'html', submitField: 'content' },
      lineBreaks: true,
    },
    publish: {
      controls: ['#publish'],
      requests: pressed.map(([field, equals]) => ({
        method: 'POST',
        url: `${origin}/*wp-admin/post.php`,
        body: { field, equals },
      })),
      lock: 'guard-only',
    },
    saves: [],
  }
}

/** Profiles of a WordPress at `origin`, the classic editor's (by its plugin's `classic-editor` in the address) before the block editor's. */
export function wordpressProfiles(origin: string): Profile[] {
  return [classic(origin), block(origin)]
}
