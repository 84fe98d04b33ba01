import { attachmentHazard } from './attachment/hazard.ts'
import { attachmentMapApproval } from './attachment/map-approval.ts'
import { attachmentMismatch } from './attachment/mismatch.ts'
import { confidentialitySecrecyMark } from './confidentiality/secrecy-mark.ts'
import { disclosureOverdue } from './disclosure/overdue.ts'
import { disclosureReleaseAttribute } from './disclosure/release-attribute.ts'
import { disclosureReprint } from './disclosure/reprint.ts'
import { documentCitationPair } from './document/citation-pair.ts'
import { documentClockTime } from './document/clock-time.ts'
import { documentDateValidity } from './document/date-validity.ts'
import { documentEditorResidue } from './document/editor-residue.ts'
import { documentForeignPlace } from './document/foreign-place.ts'
import { documentHeadingOrder } from './document/heading-order.ts'
import { documentNumberShape } from './document/number-shape.ts'
import { documentReportYear } from './document/report-year.ts'
import { documentSignatureDate } from './document/signature-date.ts'
import { documentSupersededBasis } from './document/superseded-basis.ts'
import { documentTemplateResidue } from './document/template-residue.ts'
import { interpretationMissing } from './interpretation/missing.ts'
import { interpretationQuality } from './interpretation/quality.ts'
import { linksUnsafe } from './links/unsafe.ts'
import { noticeElements } from './notice/elements.ts'
import { privacyBankAccount } from './privacy/bank-account.ts'
import { privacyListColumn } from './privacy/list-column.ts'
import { privacyPersonalMobile } from './privacy/personal-mobile.ts'
import { privacyResidentId } from './privacy/resident-id.ts'
import type { Rule } from './rule.ts'
import { serviceGuideCatchAll } from './service-guide/catch-all.ts'
import { serviceGuideCompleteness } from './service-guide/completeness.ts'
import { wordingBrokenWord } from './wording/broken-word.ts'
import { wordingFixedPhrase } from './wording/fixed-phrase.ts'
import { wordingGarbled } from './wording/garbled.ts'
import { wordingLawName } from './wording/law-name.ts'
import { wordingPromotion } from './wording/promotion.ts'
import { wordingProtectedName } from './wording/protected-name.ts'
import { wordingPunctuation } from './wording/punctuation.ts'
import { wordingSetPhrase } from './wording/set-phrase.ts'
import { wordingTerritoryNaming } from './wording/territory-naming.ts'
import { wordingTraditional } from './wording/traditional.ts'

/** Every rule that ships with the code, in the order of DOMAIN.md §15. A new rule is one file and one line here. */
export const rules: readonly Rule[] = [
  privacyResidentId,
  privacyListColumn,
  confidentialitySecrecyMark,
  wordingProtectedName,
  wordingFixedPhrase,
  wordingSetPhrase,
  privacyBankAccount,
  interpretationMissing,
  privacyPersonalMobile,
  attachmentMismatch,
  attachmentHazard,
  wordingLawName,
  documentCitationPair,
  documentSupersededBasis,
  documentNumberShape,
  disclosureReleaseAttribute,
  linksUnsafe,
  documentDateValidity,
  documentSignatureDate,
  documentClockTime,
  documentReportYear,
  documentTemplateResidue,
  documentForeignPlace,
  disclosureOverdue,
  noticeElements,
  serviceGuideCompleteness,
  serviceGuideCatchAll,
  interpretationQuality,
  disclosureReprint,
  attachmentMapApproval,
  wordingTerritoryNaming,
  wordingPromotion,
  wordingGarbled,
  wordingTraditional,
  wordingBrokenWord,
  wordingPunctuation,
  documentHeadingOrder,
  documentEditorResidue,
]
