import { fieldOf, type Outgoing, orInAddress } from './requests.ts'

/** What the guard reads of the Navigation API's `navigate` event; the DOM library of TypeScript may not have it yet. */
export interface Navigation extends Event {
  destination: { url: string }
  /** The body of a form that is sent by POST, or null. */
  formData: FormData | null
}

/** The request by which a page is about to be left for another. */
export function ofNavigation({ destination: { url }, formData }: Navigation): Outgoing {
  return {
    method: formData === null ? 'GET' : 'POST',
    url,
    field: orInAddress(url, (name) => fieldOf(formData, name)),
  }
}
