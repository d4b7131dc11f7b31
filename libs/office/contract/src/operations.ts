import type { OperationEntry, ParameterNames } from '@patravali/contract-base';
import type { z } from 'zod';
import { auditOperations } from '../../audit/contract/audit';
import { readingOperations } from '../../audit/contract/readings';
import { recordCheckOperations } from '../../audit/contract/record-check';
import { consultationOperations } from '../../consultations/contract/consultations';
import { correspondenceOperations } from '../../correspondence/contract/correspondence';
import { clockOperations } from '../../custody/contract/clocks';
import type { FileMove } from '../../custody/contract/file-life';
import { dakOperations } from '../../dak/contract/dak';
import { bulkActOperations } from '../../desk/contract/bulk-acts';
import { deskOperations } from '../../desk/contract/desk';
import { deskViewOperations } from '../../desk/contract/desk-views';
import { dispatchOperations } from '../../dispatch/contract/dispatch';
import { outwardOperations } from '../../dispatch/contract/outward';
import { reportOperations } from '../../dispatch/contract/reports';
import { documentOperations } from '../../documents/contract/documents';
import { draftCommentOperations } from '../../drafts/contract/draft-comments';
import { draftRegisterOperations } from '../../drafts/contract/draft-register';
import { draftTemplateOperations } from '../../drafts/contract/draft-templates';
import { draftOperations } from '../../drafts/contract/drafts';
import { chargeOperations } from '../../establishment/contract/charge';
import { dutyOperations } from '../../establishment/contract/duty';
import { establishmentOperations } from '../../establishment/contract/establishment';
import { listImportOperations } from '../../establishment/contract/list-imports';
import { listOperations } from '../../establishment/contract/lists';
import { numberOperations } from '../../establishment/contract/numbers';
import { leaveOperations } from '../../establishment/contract/leave';
import { peopleOperations } from '../../establishment/contract/people';
import { tenureOperations } from '../../establishment/contract/tenures';
import { fileOperations } from '../../files/contract/files';
import { regradingOperations } from '../../files/contract/regrading';
import { togetherOperations } from '../../files/contract/together';
import { fileAlikeOperations } from '../../files/contract/alike';
import { findingOperations } from '../../finding/contract/finding';
import { synonymOperations } from '../../finding/contract/synonyms';
import { identityOperations } from '../../identity/contract/identity';
import { awaitedReplyOperations } from '../../letters/contract/awaited-replies';
import { genuineOperations } from '../../letters/contract/genuine';
import { referredOperations } from '../../letters/contract/referred';
import { signatureOperations } from '../../letters/contract/signatures';
import { withdrawalOperations } from '../../letters/contract/withdrawals';
import { followUpOperations } from '../../movement/contract/follow-up';
import { movementOperations } from '../../movement/contract/movement';
import { parkingOperations } from '../../movement/contract/parking';
import { discussionOperations } from '../../notes/contract/discussions';
import { noteOperations } from '../../notes/contract/notes';
import { quickPhraseOperations } from '../../notes/contract/quick-phrases';
import { liveOperations } from '../../notices/contract/live';
import { noticeOperations } from '../../notices/contract/notices';
import { backupOperations } from '../../organisation/contract/backups';
import { calendarOperations } from '../../organisation/contract/calendar';
import { channelOperations } from '../../organisation/contract/channel';
import { letterheadOperations } from '../../organisation/contract/letterhead';
import { organisationOperations } from '../../organisation/contract/organisation';
import { urgencyOperations } from '../../organisation/contract/urgencies';
import { recordOperations } from '../../records/contract/records';
import { redactionOperations } from '../../records/contract/redaction';
import { signingKeyOperations } from '../../signing/contract/signing-keys';
import { trustOperations } from '../../signing/contract/trust';
import { connectionSettingOperations } from '../../upkeep/contract/connection-settings';
import { connectionOperations } from '../../upkeep/contract/connections';
import { upkeepOperations } from '../../upkeep/contract/upkeep';
import type { RefusalCode } from './refusals';
import type { Topic } from './topics';

/** An entry of which the compiler knows that its topics, its move and its refusals are some that there are. */
export interface OfficeOperation extends OperationEntry {
  readonly shows?: readonly Topic[];
  readonly changes?: readonly Topic[];
  /** `FILE_LIFE` says who may make it, from which states, and where it leads. */
  readonly move?: FileMove;
  readonly refuses?: readonly (RefusalCode | readonly RefusalCode[])[];
}

/**
 * Every operation of the API below `/api/v1`, by its operationId: the page, the controllers and the description of the API follow
 * from this list alone. Each area lists its own.
 */
export const OPERATIONS = {
  ...backupOperations,
  ...upkeepOperations,
  ...connectionOperations,
  ...connectionSettingOperations,
  ...organisationOperations,
  ...establishmentOperations,
  ...listOperations,
  ...listImportOperations,
  ...numberOperations,
  ...peopleOperations,
  ...tenureOperations,
  ...leaveOperations,
  ...dutyOperations,
  ...chargeOperations,
  ...channelOperations,
  ...identityOperations,
  ...signingKeyOperations,
  ...trustOperations,
  ...noteOperations,
  ...discussionOperations,
  ...quickPhraseOperations,
  ...calendarOperations,
  ...urgencyOperations,
  ...letterheadOperations,
  ...movementOperations,
  ...parkingOperations,
  ...clockOperations,
  ...togetherOperations,
  ...followUpOperations,
  ...consultationOperations,
  ...fileOperations,
  ...regradingOperations,
  ...documentOperations,
  ...dakOperations,
  ...correspondenceOperations,
  ...referredOperations,
  ...awaitedReplyOperations,
  ...withdrawalOperations,
  ...genuineOperations,
  ...outwardOperations,
  ...dispatchOperations,
  ...reportOperations,
  ...draftRegisterOperations,
  ...draftTemplateOperations,
  ...draftOperations,
  ...draftCommentOperations,
  ...signatureOperations,
  ...deskOperations,
  ...deskViewOperations,
  ...bulkActOperations,
  ...recordOperations,
  ...readingOperations,
  ...redactionOperations,
  ...liveOperations,
  ...noticeOperations,
  ...fileAlikeOperations,
  ...findingOperations,
  ...synonymOperations,
  ...auditOperations,
  ...recordCheckOperations,
} satisfies Record<string, OfficeOperation>;

type Operations = typeof OPERATIONS;
export type OperationId = keyof Operations;

/** An operation that says what it changes. */
export type CommandId = {
  [Id in OperationId]: Operations[Id] extends { changes: readonly Topic[] } ? Id : never;
}[OperationId];

/** The operation's path parameters, their names read off its path. */
export type Params<Id extends OperationId> = {
  readonly [Name in ParameterNames<Operations[Id]['path']>]: Name extends `${string}Id` ? string : number;
};

/** The JSON that a client sends; what has a default may be left out. */
export type Body<Id extends OperationId> = Operations[Id] extends { body: infer Schema extends z.ZodType }
  ? z.input<Schema>
  : never;

/** The filters that a client may send. */
export type Query<Id extends OperationId> = Operations[Id] extends { query: infer Schema extends z.ZodType }
  ? { [Name in keyof z.output<Schema>]?: z.output<Schema>[Name] | undefined }
  : never;

/** What a client receives. */
export type Answer<Id extends OperationId> = Operations[Id] extends { answer: infer Schema extends z.ZodType }
  ? z.output<Schema>
  : Operations[Id] extends { media: string }
    ? Blob
    : undefined;

type Part<Name extends string, Value, Needed> = [Value] extends [never]
  ? Readonly<Partial<Record<Name, never>>>
  : Needed extends true
    ? Readonly<Record<Name, Value>>
    : Readonly<Partial<Record<Name, Value | undefined>>>;

type ParamsPart<Id extends OperationId> = ParameterNames<Operations[Id]['path']> extends never ? never : Params<Id>;
type IfMatchPart<Id extends OperationId> = Operations[Id] extends { ifMatch: string } ? number : never;

/** All that a client sends with an operation; the compiler asks for exactly what the operation has. */
export type OperationRequest<Id extends OperationId> = Part<'params', ParamsPart<Id>, true> &
  Part<'body', Body<Id>, true> &
  Part<'query', Query<Id>, false> &
  /** The version that the person saw. */
  Part<'ifMatch', IfMatchPart<Id>, Operations[Id] extends { ifMatch: 'required' } ? true : false>;
