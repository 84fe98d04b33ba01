import { signal } from '@preact/signals'
import { emptyHouse, type HouseView } from '../messages/view.ts'
import { kept } from './kept.ts'

/** The person, the Worker, the rules and what waits, as the background last laid them out. */
export const house = signal<HouseView>(emptyHouse)

export async function followHouse(): Promise<void> {
  const row = kept<HouseView>('session', 'house', emptyHouse)
  row.watch((value) => {
    house.value = value
  })
  house.value = await row.get()
}
