import { describe, expect, it } from 'vitest'
import type { Draft } from '#shared/draft/draft.ts'
import { submittedFinding } from './submitted-finding.ts'

const nothing = { documentNumber: null, channel: null, disclosureClass: null, datedOn: null, department: null }
const draftOf = (source: string): Draft => ({
  ...{ site: 'https://www.example.gov.cn/', title: '通知', ...nothing, source: null },
  ...{ body: { format: 'html', source }, attachments: null, interpretations: null, unread: [] },
})
const seen = draftOf('<p>甲</p><p>见<a href="/a">附件</a>。<img src="/b.png"></p>')

describe('submittedFinding', () => {
  it.each([
    ['other markup for the same', '<div>甲</div><p><span>见</span><a href="/a">附件</a>。<img src="/b.png"></p>'],
    ['block comments', `<!-- wp:paragraph -->\n<p>甲</p>\n<!-- /wp:paragraph -->\n\n${seen.body.source.slice(8)}`],
  ])('says nothing of %s', (_, submitted) => {
    expect(submittedFinding(seen, submitted)).toBeNull()
  })

  it.each([
    ['文字', '<p>甲</p><p>见<a href="/a">附件</a>！<img src="/b.png"></p>', '见附件。'],
    ['链接', '<p>甲</p><p>见<a href="/evil">附件</a>。<img src="/b.png"></p>', ''],
    ['图片', '<p>甲</p><p>见<a href="/a">附件</a>。<img src="/c.png"></p>', ''],
    ['文字', `${seen.body.source}<p style="display:none">博彩</p>`, ''],
  ])('holds for another %s and says where', (part, submitted, text) => {
    const finding = submittedFinding(seen, submitted)
    expect(finding).toMatchObject({ severity: 'block', field: 'body', text })
    expect(finding?.message).toContain(part)
  })

  it('lays no claimed word into the finding', () => {
    expect(JSON.stringify(submittedFinding(seen, '<p>博彩</p>'))).not.toContain('博彩')
  })
})
