import { Module, type OnModuleInit } from '@nestjs/common';
import { DocumentsModule, DocumentUses } from '@patravali/documents';
import { CreateReceipt } from './create-receipt';
import { DownloadDiary } from './download-diary';
import { ForwardReceipt } from './forward-receipt';
import { ListDiary } from './list-diary';
import { OpenReceipt } from './open-receipt';
import { mayReadReceipt, RECEIPTS } from './receipt-row';
import { ReceiptViewQuery } from './receipt-view';

const COMMANDS = [CreateReceipt, ForwardReceipt, OpenReceipt];
const QUERIES = [DownloadDiary, ListDiary, ReceiptViewQuery];

@Module({
  imports: [DocumentsModule],
  providers: [...COMMANDS, ...QUERIES],
  exports: [...COMMANDS, ...QUERIES],
})
export class DakModule implements OnModuleInit {
  constructor(private readonly documentUses: DocumentUses) {}

  onModuleInit(): void {
    this.documentUses.register({
      rows: { source: RECEIPTS, where: 'r.organisation_id = d.organisation_id AND r.document_id = d.id' },
      readable: (ability, parameters) => mayReadReceipt({ ability }, parameters),
    });
  }
}
