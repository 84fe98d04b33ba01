/** A file that is not read. The message is Chinese: what is wrong with it and what to do. */
export class FileRefusal extends Error {}
