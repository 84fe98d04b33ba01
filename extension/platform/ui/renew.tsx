import { useSignal } from '@preact/signals'
import type { VNode } from 'preact'
import type { HouseView } from '../../messages/view.ts'
import { words } from '../text/common.ts'
import { ask } from './asking.ts'
import { Banner } from './banner.tsx'

/** 请重新登录: one press, with the PIN where the role asks for one. Nothing while the session stands. */
export function Renew({ house }: { house: HouseView }): VNode | null {
  const pin = useSignal('')
  if (house.person !== null && house.clock !== null) return <Banner tone="stop">{words.clock[house.clock]}</Banner>
  if (house.person === null || !house.expired) return null
  const ready = !house.needsPin || /^\d{6,12}$/.test(pin.value)
  return (
    <Banner tone="review">
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) void ask('session.renew', { pin: house.needsPin ? pin.value : null })
        }}
      >
        <span>{words.signInAgain}</span>
        {house.needsPin && (
          <input
            style={{ width: '9em' }}
            type="password"
            name="pin"
            inputMode="numeric"
            autocomplete="off"
            aria-label={words.pin}
            placeholder={words.pin}
            value={pin.value}
            onInput={(event) => {
              pin.value = event.currentTarget.value
            }}
          />
        )}
        <button type="submit" class="primary" disabled={!ready}>
          {words.signInNow}
        </button>
      </form>
    </Banner>
  )
}
