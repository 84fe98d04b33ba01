import type { BackgroundDefinition } from 'wxt'
import { defineBackground } from 'wxt/utils/define-background'

const background: BackgroundDefinition = defineBackground(() => {})
export default background
