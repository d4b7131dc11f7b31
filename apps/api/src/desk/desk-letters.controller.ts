import { Controller } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { DraftBox, ReceiptBox, ToSignBox } from '@patravali/desk';
import { Input } from '../http/input';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

/** The letters on the desk: those that came in, and those in the making. */
@Controller()
export class DeskLettersController {
  constructor(
    private readonly receipts: ReceiptBox,
    private readonly drafts: DraftBox,
    private readonly toSign: ToSignBox,
  ) {}

  @Operation('listReceiptCopies')
  receiptCopies(@CurrentActor() actor: Actor, @Input() { query }: Input<'listReceiptCopies'>) {
    return this.receipts.copies(actor, query);
  }

  @Operation('listReceiptInbox')
  receiptInbox(@CurrentActor() actor: Actor, @Input() { query }: Input<'listReceiptInbox'>) {
    return this.receipts.execute(actor, query);
  }

  @Operation('listSentReceipts')
  sentReceipts(@CurrentActor() actor: Actor, @Input() { query }: Input<'listSentReceipts'>) {
    return this.receipts.sent(actor, query);
  }

  @Operation('listDrafts')
  draftsOnDesk(@CurrentActor() actor: Actor, @Input() { query }: Input<'listDrafts'>) {
    return this.drafts.execute(actor, query);
  }

  @Operation('listLettersToSign')
  lettersToSign(@CurrentActor() actor: Actor, @Input() { query }: Input<'listLettersToSign'>) {
    return this.toSign.execute(actor, query);
  }
}
