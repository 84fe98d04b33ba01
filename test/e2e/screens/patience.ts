/** How long a screen may take to show what it should, ms. A story waits for conditions; this only ends one that will never come true. */
export const PATIENCE = 45_000
