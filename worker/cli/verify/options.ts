import { parseArgs } from 'node:util'
import { type NoteKey, parseKey } from '#shared/ledger/note.ts'
import { readToken } from '../token.ts'
import { Unreadable } from './unreadable.ts'

/** What `menxia verify` was asked. Exactly one of `file` and `worker`. */
export interface VerifyOptions {
  readonly source: { readonly file: string } | { readonly worker: string; readonly token: string }
  /** A public key that was got elsewhere. */
  readonly key: NoteKey | null
  /** Files with checkpoints that were kept. */
  readonly checkpoints: readonly string[]
  /** Where to keep the checkpoint that holds. */
  readonly keep: string | null
}

/** Reads the arguments, or throws {@link Unreadable}. */
export async function readOptions(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<VerifyOptions> {
  const { values, positionals } = parse(argv)
  const [file, ...more] = positionals
  const { worker } = values
  if (more.length > 0 || (file === undefined) === (worker === undefined))
    throw new Unreadable('请给出一个文件（menxia verify 凭证.json）或一个 Worker（menxia verify --worker 地址）')
  const key = values.key === undefined ? null : parseKey(values.key.trim())
  if (values.key !== undefined && !key) throw new Unreadable('--key 不是有效的公钥行（名称+编号+Base64）')
  return {
    source:
      file === undefined ? { worker: worker!, token: await readToken(values['token-file'], environment) } : { file },
    key,
    checkpoints: values.checkpoint ?? [],
    keep: values.keep ?? null,
  }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        key: { type: 'string' },
        checkpoint: { type: 'string', multiple: true },
        keep: { type: 'string' },
        worker: { type: 'string' },
        'token-file': { type: 'string' },
      },
      allowPositionals: true,
    })
  } catch (error) {
    throw new Unreadable(`参数不对：${error instanceof Error ? error.message : String(error)}`)
  }
}
