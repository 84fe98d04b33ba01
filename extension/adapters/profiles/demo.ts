import type { Profile, SurfaceKind } from '#shared/ruleset/profile.ts'

/** The editors of the demo back office, as its `?editor=` names them. */
export const demoEditors = [
  ...(['tinymce', 'ueditor', 'wangeditor', 'textarea', 'contenteditable', 'ckeditor4', 'ckeditor5'] as const),
  ...(['kindeditor', 'quill', 'summernote', 'prosemirror'] as const),
] as const satisfies readonly SurfaceKind[]

const named = (name: string) => ({ selector: `form#article [name=${name}]`, read: 'value' as const })

function demoProfile(origin: string, editor: (typeof demoEditors)[number]): Profile {
  return {
    v: 1,
    id: `demo-${editor}`,
    name: '演示后台',
    matches: [`${origin}/admin/edit?*editor=${editor}`, `${origin}/admin/edit?*editor=${editor}&*`],
    site: `${origin}/`,
    fields: {
      title: named('title'),
      documentNumber: named('documentNumber'),
      channel: named('channel'),
      disclosureClass: { selector: 'form#article [name=disclosureClass]', read: 'checked' },
      datedOn: named('datedOn'),
      department: named('department'),
      source: named('source'),
    },
    disclosureWords: { proactive: '主动公开', 'on-request': '依申请公开', withheld: '不予公开' },
    body: {
      surface: editor,
      selector: '#editor',
      format: editor === 'textarea' ? 'text' : 'html',
      submitField: 'content',
    },
    attachments: { item: 'ul#attachments > li', name: '.name', link: 'a.file', size: '.size' },
    interpretations: {
      item: 'ul#interpretations > li',
      form: '.form',
      link: 'a.link',
      status: '.status',
      dueOn: '.due',
    },
    interpretationWords: {
      text: '文字解读',
      image: '图片解读',
      video: '视频解读',
      interview: '访谈解读',
      media: '媒体解读',
    },
    submitFields: {
      title: 'title',
      documentNumber: 'documentNumber',
      channel: 'channel',
      disclosureClass: 'disclosureClass',
      datedOn: 'datedOn',
    },
    publish: {
      controls: ['#publish'],
      requests: [{ method: 'ANY', url: `${origin}/admin/publish*`, body: null }],
      lock: 'locked',
    },
    saves: [{ method: 'POST', url: `${origin}/admin/save*`, body: null }],
    charset: 'utf-8',
  }
}

/** The same form where 保存 and 发布 share one address and only the field `action` tells them apart. */
function combinedProfile(origin: string, editor: (typeof demoEditors)[number]): Profile {
  const profile = demoProfile(origin, editor)
  const url = `${origin}/admin/combined/submit*`
  const by = (action: string) => ({ method: 'ANY' as const, url, body: { field: 'action', equals: action } })
  return {
    ...profile,
    id: `demo-combined-${editor}`,
    name: '演示后台（保存与发布同一地址）',
    matches: [`${origin}/admin/combined?*editor=${editor}`, `${origin}/admin/combined?*editor=${editor}&*`],
    publish: {
      controls: ['#publish'],
      requests: ['publish', 'bulk', 'schedule', 'restore'].map(by),
      lock: 'guard-only',
    },
    saves: ['save', 'autosave'].map(by),
  }
}

/** Profiles of the demo back office at `origin` (`http://localhost:4180`): one an editor, for each manner of publishing. */
export function demoProfiles(origin: string): Profile[] {
  return [demoProfile, combinedProfile].flatMap((make) => demoEditors.map((editor) => make(origin, editor)))
}
