import type { Handlers } from '../http/call.ts'
import { changeProfiles, readProfiles } from '../services/change-profiles.ts'
import { changeSettings, readSettings } from '../services/change-settings.ts'

export const settings = {
  'settings.read': (_, call) => readSettings(call),
  'settings.change': ({ body }, call) => changeSettings(body, call),
  'profiles.read': (_, call) => readProfiles(call),
  'profiles.change': ({ body }, call) => changeProfiles(body, call),
} satisfies Handlers<'settings.read' | 'settings.change' | 'profiles.read' | 'profiles.change'>
