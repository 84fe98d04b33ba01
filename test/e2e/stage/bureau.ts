import { readFile, writeFile } from 'node:fs/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Client } from '#shared/api/client.ts'
import { starterRuleSet } from '#shared/ruleset/packs/starter.ts'
import { demoProfiles } from '../../../extension/adapters/profiles/demo.ts'
import { must, operator, PIN, signIn } from './member.ts'

const ID = 'quanzhou-jyj'
const people = {
  editor: { name: '林晓岚', department: '办公室', roles: ['editor'], levels: [] },
  reviewer: { name: '陈国栋', department: '办公室', roles: ['reviewer'], levels: ['first'] },
} as const

/** The bureau of the demo, with an editor, a reviewer and an admin. */
export interface Bureau {
  worker: string
  /** The admin, signed in from this process. */
  admin: Client
  /** A new one-time invitation code. */
  invite(role: keyof typeof people): Promise<string>
}

interface Kept {
  admin: string
  editor: string
  reviewer: string
}

const once = (): string => crypto.randomUUID()

/** The admin's client: from the bureau's first invitation, or, where it exists already, from one that the operator makes anew. */
async function signInAdmin(worker: string, secret: string, kept: Kept | null): Promise<{ admin: Client; id: string }> {
  const call = operator(worker, secret)
  if (kept !== null) {
    const ask = { params: { id: ID }, body: { memberId: kept.admin }, idempotencyKey: once() }
    const { invitation } = must(await call('bureaus.recover', ask))
    return { admin: await signIn(worker, invitation, PIN), id: kept.admin }
  }
  const body = { id: ID, name: '泉州市教育局（演示）', admin: { name: '黄敏' } }
  const made = must(await call('bureaus.create', { body, idempotencyKey: once() }))
  return { admin: await signIn(worker, made.invitation, PIN), id: made.admin.id }
}

async function addPerson(admin: Client, role: keyof typeof people): Promise<string> {
  const { name, department, roles, levels } = people[role]
  const body = { name, department, roles: [...roles], levels: [...levels] }
  return must(await admin('members.create', { body, idempotencyKey: once() })).member.id
}

/** Tells the Worker where the demo back office at `site` has its draft and its buttons. */
async function connectSite({ admin }: Bureau, site: string): Promise<void> {
  const profiles = demoProfiles(site).map((profile) => ({ profile, enabled: true }))
  const current = must(await admin('profiles.read', {}))
  if (isDeepStrictEqual(current.profiles, profiles)) return
  must(await admin('profiles.change', { body: { profiles, version: current.version }, idempotencyKey: once() }))
}

/** Publishes the rule set of this version of the code, in the way every bureau with one admin does: a reviewer consents. */
async function publishRules(bureau: Bureau): Promise<void> {
  const current = must(await bureau.admin('rulesets.current', {}))
  if (isDeepStrictEqual(current.ruleset, JSON.parse(JSON.stringify(starterRuleSet)))) return
  const body = { ruleset: { ...starterRuleSet }, note: '随软件提供的规则集' }
  const proposed = must(await bureau.admin('rulesets.propose', { body, idempotencyKey: once() }))
  const { version, digest } = proposed.ruleset
  const reviewer = await signIn(bureau.worker, await bureau.invite('reviewer'), PIN)
  const agreed = { params: { version }, body: { digest } }
  must(await reviewer('rulesets.consent', { ...agreed, idempotencyKey: once() }))
  must(await bureau.admin('rulesets.publish', { ...agreed, idempotencyKey: once() }))
}

async function setTexts({ admin }: Bureau, draftText: 'none' | 'stored'): Promise<void> {
  const { settings, version } = must(await admin('settings.read', {}))
  if (settings.draftText === draftText) return
  const body = { settings: { ...settings, draftText }, version }
  must(await admin('settings.change', { body, idempotencyKey: once() }))
}

/**
 * Makes the bureau on the Worker, or finds it again by `file`, which keeps who is who. Connects the demo back office at `site` and
 * sets whether the Worker may keep texts.
 */
export async function openBureau(
  worker: string,
  secret: string,
  site: string,
  file: string,
  draftText: 'none' | 'stored',
): Promise<Bureau> {
  const text = await readFile(file, 'utf8').catch(() => null)
  const kept: Kept | null = text === null ? null : JSON.parse(text)
  const { admin, id } = await signInAdmin(worker, secret, kept)
  const now = kept ?? {
    admin: id,
    editor: await addPerson(admin, 'editor'),
    reviewer: await addPerson(admin, 'reviewer'),
  }
  await writeFile(file, JSON.stringify(now))
  const invite = async (role: keyof typeof people): Promise<string> => {
    const ask = { params: { id: now[role] }, body: {}, idempotencyKey: once() }
    return must(await admin('members.invite', ask)).invitation
  }
  const bureau = { worker, admin, invite }
  await setTexts(bureau, draftText)
  await connectSite(bureau, site)
  await publishRules(bureau)
  return bureau
}
