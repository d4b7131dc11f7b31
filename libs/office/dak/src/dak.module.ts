import { Module, type OnModuleInit } from '@nestjs/common';
import { joinCustody, mayReadFile } from '@patravali/custody';
import { DocumentsModule, DocumentUses } from '@patravali/documents';
import { FilesModule, FollowSuperiors } from '@patravali/files';
import { SearchEntries } from '@patravali/search';
import * as commands from './commands';
import { DownloadDiary } from './diary/download-diary';
import { ListDiary } from './diary/list-diary';
import { FOUND_RECEIPTS } from './finding/found-receipts';
import { tellReceipts } from './receipt/due-readers';
import { RECEIPT_ENCLOSURES } from './receipt/receipt-enclosures';
import { mayReadReceipt, RECEIPTS } from './receipt/receipt-row';
import { ReceiptViewQuery } from './receipt-view';
import { ReadLetterOfDocument } from './diarising/read-letter-of-document';
import { FindSameLetters } from './same-letters/find-same-letters';
import { WhoSawReceipt } from './receipt/who-saw-receipt';

const COMMANDS = Object.values(commands);
const QUERIES = [DownloadDiary, FindSameLetters, ListDiary, ReadLetterOfDocument, ReceiptViewQuery, WhoSawReceipt];

@Module({
  imports: [DocumentsModule, FilesModule],
  providers: [...COMMANDS, ...QUERIES],
  exports: [...COMMANDS, ...QUERIES],
})
export class DakModule implements OnModuleInit {
  constructor(
    private readonly documentUses: DocumentUses,
    private readonly followSuperiors: FollowSuperiors,
    private readonly entries: SearchEntries,
  ) {}

  onModuleInit(): void {
    this.entries.register(FOUND_RECEIPTS);
    this.followSuperiors.register(tellReceipts);
    this.documentUses.register({
      rows: { source: RECEIPTS, where: 'r.organisation_id = d.organisation_id AND r.document_id = d.id' },
      name: { kind: 'receipt', expression: 'r.diary_number' },
      readable: (ability, parameters) => mayReadReceipt({ ability }, parameters),
    });
    this.documentUses.register({
      rows: {
        source: `${RECEIPT_ENCLOSURES} JOIN ${RECEIPTS} ON r.organisation_id = e.organisation_id AND r.id = e.receipt_id
          LEFT ${joinCustody('r.file_id')}`,
        where: 'e.organisation_id = d.organisation_id AND e.document_id = d.id',
      },
      name: { kind: 'receipt', expression: 'r.diary_number' },
      // As the receipt itself: its readers, and those of the file in which it lies.
      readable: (ability, parameters) =>
        `(${mayReadReceipt({ ability }, parameters)} OR ${mayReadFile({ ability }, parameters)})`,
    });
  }
}
