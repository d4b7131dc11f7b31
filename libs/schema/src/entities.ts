import { Correspondence, Receipt } from '@patravali/correspondence';
import { Dispatch, Issue, IssueRecipient } from '@patravali/dispatch';
import { Document } from '@patravali/documents';
import { Draft, DraftVersion } from '@patravali/drafts';
import { FileCustody, Movement, Note, OfficeFile, PendingNote } from '@patravali/files';
import { Event } from '@patravali/ledger';
import { OfficeUser, Organisation, Post, Tenure, Unit } from '@patravali/people';

/** Every table that the application maps. */
export const ENTITIES = [
  Correspondence,
  Dispatch,
  Document,
  Draft,
  DraftVersion,
  Event,
  FileCustody,
  Issue,
  IssueRecipient,
  Movement,
  Note,
  OfficeFile,
  OfficeUser,
  Organisation,
  PendingNote,
  Post,
  Receipt,
  Tenure,
  Unit,
];
