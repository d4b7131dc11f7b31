import { Controller } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { ReceiptLists } from '@patravali/correspondence';
import { DraftLists } from '@patravali/drafts';
import { Input } from '../http/input';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

/** The letters on the desk: those that came in, and those in the making. */
@Controller()
export class DeskLettersController {
  constructor(
    private readonly receipts: ReceiptLists,
    private readonly drafts: DraftLists,
  ) {}

  @Operation('listReceiptInbox')
  receiptInbox(@CurrentActor() actor: Actor, @Input() { query }: Input<'listReceiptInbox'>) {
    return this.receipts.inbox(actor, query);
  }

  @Operation('listDrafts')
  draftsOnDesk(@CurrentActor() actor: Actor, @Input() { query }: Input<'listDrafts'>) {
    return this.drafts.desk(actor, query);
  }
}
