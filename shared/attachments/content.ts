/** What reading one attachment gives. `unread` names what could not be read; a scan has an empty text and says so. */
export interface AttachmentContent {
  name: string
  text: string
  /** Oddities of the file, in Chinese: 隐藏工作表, 批注, 修订, 作者信息 … */
  oddities: readonly { what: string; where: string }[]
  unread: readonly { what: string; why: string }[]
}
