import { readFile } from 'node:fs/promises'
import { Unreadable } from './verify/unreadable.ts'

/**
 * The token from a file or from `MENXIA_TOKEN`, or throws {@link Unreadable}. A token is never an argument: a list of processes shows those to everybody on
 * the machine.
 */
export async function readToken(
  file: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const text = file === undefined ? environment.MENXIA_TOKEN : await readFile(file, 'utf8').catch(() => undefined)
  if (text?.trim()) return text.trim()
  throw new Unreadable(
    '没有令牌：请把令牌放在环境变量 MENXIA_TOKEN 中，或用 --token-file 指出存放它的文件（menxia signin 可取得）',
  )
}
