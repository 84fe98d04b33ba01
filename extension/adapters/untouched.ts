/**
 * Runs `work` and tells what of `editable` it changed, or null. JavaScript runs one task at a time, so every mutation that is
 * recorded across a synchronous call is that call's own: this is exact for nodes, attributes and text, and costs nothing per
 * character. The selection is compared beside it.
 */
export function touchedBy(editable: Element, work: () => void): string | null {
  const observer = new MutationObserver(() => {})
  observer.observe(editable, { childList: true, characterData: true, attributes: true, subtree: true })
  const before = selectionOf(editable)
  work()
  const records = observer.takeRecords()
  observer.disconnect()
  const after = selectionOf(editable)
  const [first] = records
  if (first !== undefined) return `${records.length} × ${first.type} ${first.target.nodeName}`
  return before.some((part, index) => part !== after[index]) ? 'selection' : null
}

function selectionOf(editable: Element): readonly unknown[] {
  const selection = editable.ownerDocument.getSelection()
  if (selection === null) return []
  const { anchorNode, anchorOffset, focusNode, focusOffset, rangeCount } = selection
  return [anchorNode, anchorOffset, focusNode, focusOffset, rangeCount]
}
