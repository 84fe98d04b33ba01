import type { Handlers } from '../http/call.ts'
import { changeSettings, readSettings } from '../services/change-settings.ts'

export const settings = {
  'settings.read': (_, call) => readSettings(call),
  'settings.change': ({ body }, call) => changeSettings(body, call),
} satisfies Handlers<'settings.read' | 'settings.change'>
