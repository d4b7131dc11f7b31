import { Controller } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { PullBackReceipt, RedirectReceipt, ReturnReceipt, SeeReceiptCopy } from '@patravali/dak';
import { Input } from '../http/input';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

/** Receipts that are taken back or set right, and the copies of them. */
@Controller()
export class ReceiptMovesController {
  constructor(
    private readonly pullBackReceipt: PullBackReceipt,
    private readonly returnReceipt: ReturnReceipt,
    private readonly redirectReceipt: RedirectReceipt,
    private readonly seeReceiptCopy: SeeReceiptCopy,
  ) {}

  @Operation('pullBackReceipt')
  pullBack(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'pullBackReceipt'>) {
    return this.pullBackReceipt.execute(actor, params.receiptId, body, ifMatch);
  }

  @Operation('returnReceipt')
  return(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'returnReceipt'>) {
    return this.returnReceipt.execute(actor, params.receiptId, body, ifMatch);
  }

  @Operation('redirectReceipt')
  redirect(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'redirectReceipt'>) {
    return this.redirectReceipt.execute(actor, params.receiptId, body, ifMatch);
  }

  @Operation('seeReceiptCopy')
  seeCopy(@CurrentActor() actor: Actor, @Input() { params }: Input<'seeReceiptCopy'>) {
    return this.seeReceiptCopy.execute(actor, params.receiptId);
  }
}
