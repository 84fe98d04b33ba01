/** What the serialiser makes of an element: leave it out with all it holds, leave out only its tags, or write another tag in its place. */
export type Treatment = 'drop' | 'unwrap' | { tag: string }

/** What an editor keeps in its editable for its own use. None of it is content, and none of it may reach the draft. */
export interface Artefacts {
  /** `null`: the element is content as it is. */
  element(element: Element): Treatment | null
  /** The name under which an attribute is written; `null` leaves it out. */
  attribute(name: string, element: Element): string | null
  /**
   * What is written for single characters of a text: nothing for caret holders that the editor takes out of everything it
   * submits, a tag for a line break that it submits as one.
   */
  characters(text: Text): ReadonlyMap<string, string>
}

const none: ReadonlyMap<string, string> = new Map()

/** For an editable that holds nothing but content. */
export const noArtefacts: Artefacts = {
  element: () => null,
  attribute: (name) => name,
  characters: () => none,
}
