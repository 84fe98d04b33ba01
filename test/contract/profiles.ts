import type { Profile } from '#shared/ruleset/profile.ts'

const field = (name: string) => ({ selector: `[name=${name}]`, read: 'value' as const })

/** The page of a small CMS whose publish request only publishes. */
export function profileOf(id: string, origin = 'https://cms.example.gov.cn'): Profile {
  const nothing = { documentNumber: null, channel: null, disclosureClass: null, datedOn: null }
  return {
    v: 1,
    id,
    name: `后台 ${id}`,
    matches: [`${origin}/admin/edit*`],
    site: `${origin}/`,
    fields: { title: field('title'), ...nothing, department: null, source: null },
    disclosureWords: { proactive: '主动公开', 'on-request': '依申请公开', withheld: '不予公开' },
    body: { surface: 'ueditor', selector: '#editor', format: 'html', submitField: 'content' },
    attachments: null,
    interpretations: null,
    interpretationWords: {},
    submitFields: { title: 'title' },
    publish: {
      controls: ['#publish'],
      requests: [{ method: 'POST', url: `${origin}/admin/publish*`, body: null }],
      lock: 'locked',
    },
    saves: [{ method: 'POST', url: `${origin}/admin/save*`, body: null }],
    charset: 'gbk',
  }
}
