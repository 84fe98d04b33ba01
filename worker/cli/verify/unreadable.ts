/** Something that could not be read at all: exit 2, which is neither "it holds" nor "it does not". The message is a Chinese sentence without its full stop. */
export class Unreadable extends Error {
  override name = 'Unreadable'
}
