import { contract } from '#shared/api/contract.ts'
import type { Endpoint } from '#shared/api/endpoint.ts'
import { PROBLEM_MEDIA } from '#shared/api/problem.ts'
import type { Room } from '../tenant/bureau-object.ts'
import type { Etags, Handlers, Replays, TenantKey } from './call.ts'
import { found } from './found.ts'
import { faultNameOf, type Log, whereOf } from './log.ts'
import type { Onward, Reply } from './onward.ts'
import { problemOf, Refusal } from './refusal.ts'
import { type Answered, type Arrived, onlyReads, run } from './run.ts'

export interface AnsweringParts {
  readonly handlers: Handlers<TenantKey>
  readonly replays: Replays
  readonly etags: Etags
  readonly operatorSecret: string
  readonly log: Log
  readonly now: () => Date
}

/** What one bureau answers to each row of the contract. Every key has a handler; the compiler sees to it. Awaits nothing and never throws. */
export function answering(room: Room, parts: AnsweringParts): (asked: Onward) => Reply {
  return (asked) => {
    try {
      const arrived: Arrived = { ...asked, now: parts.now() }
      const endpoint: Endpoint = contract[asked.key]
      const work = () => dispatch(arrived, room, parts)
      const result = onlyReads(endpoint) ? work() : room.transaction(work)
      return result instanceof Refusal ? problemReply(result, asked) : replyOf(endpoint, result)
    } catch (error) {
      if (error instanceof Refusal) return problemReply(error, asked)
      const { requestId, key } = asked
      parts.log({ event: 'fault', requestId, endpoint: key, fault: faultNameOf(error), where: whereOf(error) })
      return problemReply(new Refusal('internal'), asked)
    }
  }
}

function dispatch(arrived: Arrived, room: Room, parts: AnsweringParts): Answered | Refusal {
  if (arrived.key === 'bureaus.create') return found(arrived, room, parts)
  const handler = parts.handlers[arrived.key as TenantKey] as Parameters<typeof run>[2]
  const { tenant } = room
  const transaction = <T>(inside: () => T): T => room.transaction(inside)
  return run({ tenant, transaction }, arrived, handler, parts, parts.operatorSecret)
}

/** A refusal on its way out. */
export function problemReply(refusal: Refusal, { requestId }: Pick<Onward, 'requestId'>): Reply {
  const problem = problemOf(refusal, requestId)
  return { status: problem.status, type: PROBLEM_MEDIA, body: JSON.stringify(problem), etag: null }
}

function replyOf({ media }: Endpoint, { status, answer, etag }: Answered): Reply {
  if (status === 304) return { status, type: null, body: null, etag }
  if (media) return { status, type: `${media}; charset=utf-8`, body: String(answer), etag }
  return { status, type: 'application/json', body: JSON.stringify(answer), etag }
}
