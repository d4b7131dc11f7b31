import { Module } from '@nestjs/common';
import { DakModule } from '@patravali/dak';
import { DraftsModule } from '@patravali/drafts';
import { LettersModule } from '@patravali/letters';
import { MovementModule } from '@patravali/movement';
import { BulkActs } from './bulk/bulk-acts';
import { CheckBulkAct } from './bulk/check-bulk-act';
import { PrepareLetters } from './bulk/prepare-letters';
import * as commands from './commands';
import { DeskCountsQuery } from './desk-counts';
import { DiscussionBox } from './boxes/discussion-box';
import { DraftBox } from './boxes/draft-box';
import { FileBoxes } from './boxes/file-boxes';
import { ReceiptBox } from './boxes/receipt-box';
import { SetAsideBoxes } from './boxes/set-aside-boxes';
import { ToSignBox } from './boxes/to-sign-box';
import { WaitingBox } from './boxes/waiting-box';
import { ListDesk } from './boxes/list-desk';
import { ListDeskViews } from './views/list-desk-views';

const COMMANDS = Object.values(commands);
const QUERIES = [
  CheckBulkAct,
  DeskCountsQuery,
  DiscussionBox,
  DraftBox,
  FileBoxes,
  ListDesk,
  ListDeskViews,
  PrepareLetters,
  ReceiptBox,
  SetAsideBoxes,
  ToSignBox,
  WaitingBox,
];

/** "My desk": every list and count of what lies on the desk of the acting post, and what is done to several of its files or receipts. */
@Module({
  imports: [DakModule, DraftsModule, LettersModule, MovementModule],
  providers: [...COMMANDS, ...QUERIES, BulkActs],
  exports: [...COMMANDS, ...QUERIES],
})
export class DeskModule {}
