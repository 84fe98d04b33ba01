import type { VNode } from 'preact'
import type { AttachmentView, CheckView } from '../../messages/view.ts'
import { bytes } from '../text/common.ts'
import { panelText as text } from '../text/panel.ts'
import { Line } from './line.tsx'
import { Shape } from './shape.tsx'

interface Props {
  check: CheckView
  /** What stands beside an unread part: the editor's tick, or for the reviewer whether the editor has confirmed it. */
  beside: (what: string) => VNode | null
}

/** 附件: each with its size, whether its file is pinned by a hash, and that nobody but a person has looked inside. Never as clean. */
export function Attachments({ check, beside }: Props): VNode {
  const { attachments } = check
  return (
    <section class="part" aria-labelledby="attachments">
      <h2 id="attachments">
        {text.attachments} {attachments !== null && attachments.length > 0 && attachments.length}
      </h2>
      {attachments === null && <Line tone="unread">{text.attachmentsUnknown}</Line>}
      {attachments?.length === 0 && <p class="soft small">{text.noAttachments}</p>}
      {attachments !== null && attachments.length > 0 && (
        <ul class="unread">
          {attachments.map((file, index) => (
            <File key={index} file={file} beside={beside} />
          ))}
        </ul>
      )}
    </section>
  )
}

function File({
  file: { name, size, sha256, unread },
  beside,
}: { file: AttachmentView } & Omit<Props, 'check'>): VNode {
  // The engine's own reason, that nobody looked inside, is the word of this line already.
  const whys = unread.slice(0, -1).map(({ why }) => why)
  const what = unread[0]?.what
  return (
    <li>
      <Shape tone="unread" />
      <div>
        <p>
          {name} <span class="soft small">{bytes(size)}</span>
        </p>
        <p class="small tone-unread">
          {text.attachmentUnread}
          <span class="soft">{sha256 === null ? text.attachmentLoose : text.attachmentPinned}</span>
        </p>
        {whys.map((why) => (
          <p key={why} class="small soft">
            {why}
          </p>
        ))}
        {what !== undefined && beside(what)}
      </div>
    </li>
  )
}
