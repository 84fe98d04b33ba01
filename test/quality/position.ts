export const POSITIONS = ['start', 'middle', 'end', 'in a sentence', 'in a table'] as const
/** Where in the body a fault is planted. */
export type Position = (typeof POSITIONS)[number]
