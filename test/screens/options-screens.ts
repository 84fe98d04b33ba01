import type { ProfileRow, SiteRow } from '../../extension/messages/panel.ts'
import type { HouseView } from '../../extension/messages/view.ts'
import { learnText } from '../../extension/platform/text/learning.ts'
import type { Screen } from './screen.ts'
import { signedIn } from './states.ts'

/** The settings, in each thing that can be so. */
const CMS = 'https://cms.example.gov.cn'
const site = (part: Partial<SiteRow>): SiteRow => ({
  origin: CMS,
  name: '内容协作平台',
  on: true,
  lock: 'locked',
  managed: false,
  ...part,
})
const row = (part: Partial<ProfileRow>): ProfileRow => ({
  ...{
    id: 'wcm',
    name: '内容协作平台',
    matches: [`${CMS}/wcm/document_edit.jsp*`],
    lock: 'locked',
    from: 'here',
    off: false,
  },
  ...{ overridden: false, gone: [] },
  ...part,
})
const sites = [
  site({}),
  site({ origin: 'https://jcms.example.gov.cn', name: '网站群', on: false, lock: 'guard-only' }),
  site({ origin: 'https://new.example.gov.cn', name: null, lock: null }),
]
const profiles = [
  row({ from: 'worker', gone: null }),
  row({ id: 'mine', name: '内容协作平台（本机）', overridden: true }),
  row({ id: 'jcms', name: '网站群', lock: 'guard-only', matches: ['https://jcms.example.gov.cn/info/edit*'] }),
  row({ id: 'old', name: '旧网站后台', matches: ['https://old.example.gov.cn/edit/*'], gone: ['正文', '发布按钮'] }),
  row({ id: 'off', name: '试用后台', matches: ['https://try.example.gov.cn/edit*'], off: true, gone: null }),
]
const full = { 'site.list': { sites }, 'profiles.list': { profiles }, 'profiles.remove': { text: '{}' } }
const empty = { 'site.list': { sites: [] }, 'profiles.list': { profiles: [] } }
const signedOut: HouseView = { ...signedIn, person: null, reach: 'never', worker: null }
const managed: HouseView['managed'] = {
  ...{ worker: 'https://menxia.example.gov.cn', tenant: 'quanzhou-jyj', sites: [CMS], failPolicy: 'closed' },
  faults: ['worker_url'],
}

interface State {
  house: HouseView
  answers: Screen['answers'] & object
  act?: Screen['act']
}
const states: Readonly<Record<string, State>> = {
  'signed-out': { house: signedOut, answers: empty },
  'signed-in': { house: signedIn, answers: full },
  managed: {
    house: { ...signedOut, managed },
    answers: { ...full, 'site.list': { sites: [site({ managed: true }), ...sites.slice(1)] } },
  },
  removed: {
    house: { ...signedIn, person: { ...signedIn.person!, role: 'admin' } },
    answers: full,
    act: async (page) => {
      await page.getByRole('button', { name: `${learnText.remove}：旧网站后台` }).click()
      await page.getByRole('button', { name: learnText.undo }).waitFor()
    },
  },
  rename: {
    house: signedIn,
    answers: full,
    act: (page) => page.getByRole('button', { name: `${learnText.rename}：网站群` }).click(),
  },
}

export const optionsScreens: readonly Screen[] = Object.entries(states).map(([name, { house, answers, act }]) => ({
  name: `options-${name}`,
  ...{ path: '/options.html' as const, width: 1366, height: 768, shows: '#profiles', laidOut: { house } },
  answers,
  ...(act && { act }),
}))
