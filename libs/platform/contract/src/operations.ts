import type { z } from 'zod';
import { auditOperations } from './areas/audit';
import { recordCheckOperations } from './areas/record-check';
import { channelOperations } from './areas/channel';
import { clockOperations } from './areas/clocks';
import { consultationOperations } from './areas/consultations';
import { correspondenceOperations } from './areas/correspondence';
import { dakOperations } from './areas/dak';
import { bulkActOperations } from './areas/bulk-acts';
import { deskOperations } from './areas/desk';
import { deskViewOperations } from './areas/desk-views';
import { discussionOperations } from './areas/discussions';
import { dispatchOperations } from './areas/dispatch';
import { outwardOperations } from './areas/outward';
import { documentOperations } from './areas/documents';
import { draftCommentOperations } from './areas/draft-comments';
import { draftTemplateOperations } from './areas/draft-templates';
import { draftOperations } from './areas/drafts';
import { fileOperations } from './areas/files';
import { followUpOperations } from './areas/follow-up';
import { genuineOperations } from './areas/genuine';
import { identityOperations } from './areas/identity';
import { liveOperations } from './areas/live';
import { movementOperations } from './areas/movement';
import { noteOperations } from './areas/notes';
import { calendarOperations } from './areas/calendar';
import { letterheadOperations } from './areas/letterhead';
import { urgencyOperations } from './areas/urgencies';
import { noticeOperations } from './areas/notices';
import { organisationOperations } from './areas/organisation';
import { togetherOperations } from './areas/together';
import { parkingOperations } from './areas/parking';
import { quickPhraseOperations } from './areas/quick-phrases';
import { readingOperations } from './areas/readings';
import { recordOperations } from './areas/records';
import { redactionOperations } from './areas/redaction';
import { signatureOperations } from './areas/signatures';
import { signingKeyOperations } from './areas/signing-keys';
import type { ParameterNames, Topic } from './operation';

/**
 * Every operation of the API below `/api/v1`, by its operationId: the page, the controllers and the description of the API follow
 * from this list alone. Each area lists its own.
 */
export const OPERATIONS = {
  ...organisationOperations,
  ...channelOperations,
  ...identityOperations,
  ...signingKeyOperations,
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
  ...documentOperations,
  ...dakOperations,
  ...correspondenceOperations,
  ...outwardOperations,
  ...dispatchOperations,
  ...genuineOperations,
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
  ...auditOperations,
  ...recordCheckOperations,
};

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
