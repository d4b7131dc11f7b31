export { DeskCountsQuery } from './desk-counts';
export { DeskModule } from './desk.module';
export { DiscussionBox } from './discussion-box';
export { DraftBox } from './draft-box';
export { FileBoxes } from './file-boxes';
export { ReceiptBox } from './receipt-box';
export { SetAsideBoxes } from './set-aside-boxes';
