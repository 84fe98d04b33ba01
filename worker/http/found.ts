import type * as z from 'zod'
import { contract } from '#shared/api/contract.ts'
import { foundBureau } from '../services/found-bureau.ts'
import type { Room } from '../tenant/bureau-object.ts'
import type { AnsweringParts } from './answering.ts'
import { authenticate } from './authenticate.ts'
import type { Call } from './call.ts'
import { hashOf, NO_CREDENTIAL } from './credential.ts'
import { Refusal } from './refusal.ts'
import { type Answered, type Arrived, askedOf, idemOf } from './run.ts'

/** `POST /v1/bureaus`: the one call that a bureau answers before it is there. A second one with the same key gets the same answer. */
export function found(arrived: Arrived, room: Room, parts: AnsweringParts): Answered | Refusal {
  const endpoint = contract['bureaus.create']
  const { caller } = authenticate(
    endpoint,
    room.tenant,
    arrived.credential,
    parts.operatorSecret,
    arrived.now.getTime(),
  )
  const body = askedOf(endpoint, arrived).body as z.output<typeof endpoint.body>
  const idem = idemOf(endpoint, arrived)
  const fingerprint = hashOf(arrived.bodyText)
  const before = room.tenant?.answers.find(idem) ?? null
  if (room.tenant && before?.fingerprint !== fingerprint)
    throw new Refusal('conflict', '这个单位标识已经有了，未重复建立。请换一个标识，或用恢复接口取得管理员邀请码。')
  const tenant = room.tenant ?? room.found(body.id, body.name, `menxia/${body.id}`)
  const call: Call = {
    tenant,
    caller,
    idem,
    now: arrived.now,
    credential: arrived.credential ?? NO_CREDENTIAL,
    bodyText: '',
  }
  const answer = foundBureau(body, call, before === null)
  if (!before) tenant.answers.put(idem, { fingerprint, status: 201, answer: null }, arrived.now.getTime())
  return { status: 201, answer: endpoint.answer.parse(answer), etag: null }
}
