import { Module } from '@nestjs/common';
import { ApproveDraft } from './approve-draft';
import { CancelDraft } from './cancel-draft';
import { ChangeDraft } from './change-draft';
import { CreateDraft } from './create-draft';
import { DraftLists } from './draft-lists';
import { DraftViewQuery } from './draft-view';
import { IssueDraft } from './issue-draft';
import { OfficeKey } from './office-key';
import { PreviewDraft } from './preview-draft';
import { PrintLetter } from './print-letter';

const COMMANDS = [ApproveDraft, CancelDraft, ChangeDraft, CreateDraft, IssueDraft];
const QUERIES = [DraftLists, DraftViewQuery, PreviewDraft];

@Module({ providers: [OfficeKey, PrintLetter, ...COMMANDS, ...QUERIES], exports: [...COMMANDS, ...QUERIES] })
export class DraftsModule {}
