import { Module } from '@nestjs/common';
import { DeskCountsQuery } from './desk-counts';
import { DiscussionBox } from './discussion-box';
import { DraftBox } from './draft-box';
import { FileBoxes } from './file-boxes';
import { ReceiptBox } from './receipt-box';
import { SetAsideBoxes } from './set-aside-boxes';

const QUERIES = [DeskCountsQuery, DiscussionBox, DraftBox, FileBoxes, ReceiptBox, SetAsideBoxes];

/** "My desk": every list and count of what lies on the desk of the acting post. */
@Module({ providers: QUERIES, exports: QUERIES })
export class DeskModule {}
