import { useSignal } from '@preact/signals'
import type { VNode } from 'preact'
import { useEffect } from 'preact/hooks'
import { parseUrl } from '#shared/draft/target.ts'
import type { HouseView } from '../messages/view.ts'
import { browser } from '../platform/browser.ts'
import { wordFor, words } from '../platform/text/common.ts'
import { optionsText as text } from '../platform/text/options.ts'
import { ask, asking } from '../platform/ui/asking.ts'
import { Field } from '../platform/ui/field.tsx'
import { Shape } from '../platform/ui/shape.tsx'

/** 登录: who this computer is for, or the form that says so. */
export function AccountSection({ house }: { house: HouseView }): VNode {
  return (
    <section class="part" aria-labelledby="account">
      <h2 id="account">{text.account}</h2>
      {house.person === null ? <SignIn managed={house.managed?.worker ?? null} /> : <SignedIn house={house} />}
    </section>
  )
}

function SignedIn({ house }: { house: HouseView }): VNode | null {
  if (house.person === null) return null
  const { name, role, bureau } = house.person
  return (
    <>
      <p>
        <Shape tone={house.expired ? 'review' : 'ready'} /> {text.signedInAs(name, wordFor(words.roles, role), bureau)}
      </p>
      <p class="soft small">{text.workerAt(house.worker ?? '')}</p>
      <p class="soft small">{text.signOutNote}</p>
      <div class="row">
        <button type="button" onClick={() => ask('session.signOut', {})}>
          {text.signOut}
        </button>
      </div>
    </>
  )
}

/** The browser's permission to talk to the Worker, asked within the press. Refused or misspelt, the sign-in itself says what is wrong. */
async function allow(worker: string): Promise<void> {
  const url = parseUrl(worker.trim())
  if (url === null) return
  const origins = [`${url.origin}/*`]
  if (await browser.permissions.contains({ origins })) return
  await browser.permissions.request({ origins }).catch(() => false)
}

function SignIn({ managed }: { managed: string | null }): VNode {
  const worker = useSignal('')
  // The policy is laid out a moment after the page came up.
  useEffect(() => {
    if (managed !== null) worker.value = managed
  }, [managed])
  const invitation = useSignal('')
  const pin = useSignal('')
  const busy = asking.value.has('session.signIn')
  const ready =
    worker.value.trim() !== '' && invitation.value.trim() !== '' && (pin.value === '' || /^\d{6,12}$/.test(pin.value))
  const go = async (): Promise<void> => {
    await allow(worker.value)
    const question = { worker: worker.value, invitation: invitation.value.trim(), pin: pin.value || null }
    await ask('session.signIn', question)
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready && !busy) void go()
      }}
    >
      <p class="soft small">{text.intro}</p>
      <Field
        label={text.worker}
        name="worker"
        value={worker}
        hint={managed === null ? text.workerHint : text.managed}
        fixed={managed !== null}
      />
      <Field label={text.invitation} name="invitation" value={invitation} />
      <Field label={text.pin} name="pin" value={pin} hint={text.pinHint} secret />
      <div class="row">
        <button type="submit" class="primary" disabled={!ready || busy}>
          {busy ? text.signingIn : text.signIn}
        </button>
      </div>
    </form>
  )
}
