import type { LearningQuestions } from '../messages/panel.ts'
import { browser } from '../platform/browser.ts'
import type { Office } from './office.ts'
import { exportText, importText, listProfiles, publishProfile } from './profile-desk.ts'
import { rulesChanged } from './rounds.ts'

export type LearningAnswers = {
  [K in keyof LearningQuestions]: (ask: LearningQuestions[K]['ask']) => Promise<LearningQuestions[K]['answer']>
}

export function answerLearning(office: Office): LearningAnswers {
  const { learning, locals } = office
  const done = async (work: Promise<unknown>): Promise<null> => {
    await work
    return null
  }
  return {
    'learning.begin': ({ tab }) => done(learning.begin(tab)),
    'learning.pick': ({ tab, part }) => done(learning.pick(tab, part)),
    'learning.drop': ({ tab, part }) => done(learning.drop(tab, part)),
    'learning.record': ({ tab, what }) => done(learning.record(tab, what)),
    'learning.skipSave': ({ tab }) => done(learning.skipSave(tab)),
    'learning.save': ({ tab, name }) => done(learning.save(tab, name)),
    'learning.cancel': ({ tab }) => done(learning.cancel(tab)),
    'learning.reload': ({ tab }) => done(learning.cancel(tab).then(() => browser.tabs.reload(tab))),
    'profiles.list': async () => ({ profiles: await listProfiles(office) }),
    'profiles.change': async ({ id, name, off }) => {
      await locals.change(id, { ...(name !== undefined && { name }), ...(off !== undefined && { off }) })
      await rulesChanged(office)
      return null
    },
    'profiles.remove': async ({ id }) => {
      const text = await exportText(office, id)
      await locals.remove(id)
      await rulesChanged(office)
      return { text }
    },
    'profiles.export': async ({ id }) => ({ text: await exportText(office, id) }),
    'profiles.import': async ({ text }) => {
      const profile = importText(text)
      await locals.keep(profile, null)
      await rulesChanged(office)
      return { name: profile.name }
    },
    'profiles.publish': ({ id }) => done(publishProfile(office, id)),
  }
}
