import * as contract from '@patravali/contract';
import type { OperationId } from '@patravali/contract';

interface Tag {
  readonly name: string;
  readonly description: string;
  readonly operations: readonly object[];
}

/** The areas of the office, under which the description groups its operations. */
export const TAGS: readonly Tag[] = [
  {
    name: 'identity',
    description: 'Signing in and out, sessions, passwords, and what happened to them.',
    operations: [contract.identityOperations],
  },
  {
    name: 'organisation',
    description:
      'Posts and who holds them, number heads, case categories, the calendar, the letterhead and the last backup.',
    operations: [
      contract.organisationOperations,
      contract.backupOperations,
      contract.channelOperations,
      contract.calendarOperations,
      contract.urgencyOperations,
      contract.letterheadOperations,
    ],
  },
  {
    name: 'establishment',
    description:
      'Units, posts, people, numbers and lists as administrators keep them, who takes or leaves which post, and who is on leave.',
    operations: [
      contract.establishmentOperations,
      contract.listOperations,
      contract.listImportOperations,
      contract.numberOperations,
      contract.peopleOperations,
      contract.tenureOperations,
      contract.leaveOperations,
      contract.dutyOperations,
      contract.chargeOperations,
    ],
  },
  {
    name: 'desk',
    description: 'What lies on the desk of the acting post, and acts on several things there at once.',
    operations: [contract.deskOperations, contract.deskViewOperations, contract.bulkActOperations],
  },
  {
    name: 'dak',
    description: 'Letters that come in: they are registered in the diary and marked from desk to desk as receipts.',
    operations: [contract.dakOperations],
  },
  {
    name: 'files',
    description: 'Files: opening, finding and closing them, and which of them belong together.',
    operations: [
      contract.fileOperations,
      contract.fileAlikeOperations,
      contract.regradingOperations,
      contract.togetherOperations,
    ],
  },
  {
    name: 'movement',
    description: 'Where a file goes: forwarding, returning, recalling, parking and following it.',
    operations: [
      contract.movementOperations,
      contract.parkingOperations,
      contract.clockOperations,
      contract.followUpOperations,
    ],
  },
  {
    name: 'notes',
    description: 'The note sheet of a file: writing, confirming and signing notes.',
    operations: [contract.noteOperations, contract.discussionOperations, contract.quickPhraseOperations],
  },
  {
    name: 'consultations',
    description: 'Asking other posts for an opinion while the file stays on its desk.',
    operations: [contract.consultationOperations],
  },
  {
    name: 'correspondence',
    description: 'The letters that lie in a file.',
    operations: [contract.correspondenceOperations],
  },
  {
    name: 'documents',
    description: 'The PDFs themselves: uploading, downloading and reading them.',
    operations: [contract.documentOperations],
  },
  {
    name: 'drafts',
    description: 'Letters that are being written: templates, drafts, comments and approval.',
    operations: [
      contract.draftTemplateOperations,
      contract.draftOperations,
      contract.draftRegisterOperations,
      contract.draftCommentOperations,
    ],
  },
  {
    name: 'letters',
    description:
      'Letters that have their number: withdrawing them, what awaits a reply, and the check that one is genuine.',
    operations: [
      contract.referredOperations,
      contract.awaitedReplyOperations,
      contract.withdrawalOperations,
      contract.genuineOperations,
    ],
  },
  {
    name: 'signing',
    description: 'The signatures of persons: their keys, whom the office trusts, and the letters that await them.',
    operations: [contract.signingKeyOperations, contract.trustOperations, contract.signatureOperations],
  },
  {
    name: 'dispatch',
    description: 'Sending letters by mail and post, and the dispatch register.',
    operations: [contract.dispatchOperations, contract.outwardOperations, contract.reportOperations],
  },
  {
    name: 'records',
    description: 'What is taken from a file: PDFs, bundles and redacted copies.',
    operations: [contract.recordOperations, contract.redactionOperations],
  },
  {
    name: 'notices',
    description: 'What the person is told of, at once and by mail.',
    operations: [contract.noticeOperations, contract.liveOperations],
  },
  {
    name: 'finding',
    description:
      'Finding notes, letters, drafts, scans, people and posts by their words, and which words mean the same in this office.',
    operations: [contract.findingOperations, contract.synonymOperations],
  },
  {
    name: 'audit',
    description: 'What auditors ask: events, samples, who has seen what, and whether the record holds.',
    operations: [contract.auditOperations, contract.recordCheckOperations, contract.readingOperations],
  },
  {
    name: 'upkeep',
    description: 'What troubles the office and what it is connected with, for its administrators.',
    operations: [contract.upkeepOperations, contract.connectionOperations, contract.connectionSettingOperations],
  },
];

/** @throws Error for an operation that no tag groups. */
export function tagOf(id: OperationId): string {
  const tag = TAGS.find(({ operations }) => operations.some((each) => id in each));
  if (!tag) throw new Error(`No tag of the description groups ${id}`);
  return tag.name;
}
