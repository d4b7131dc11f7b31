import { Controller } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  ListParkings,
  ParkFile,
  PutInCallBook,
  ReviewCallBook,
  TakeOutOfCallBook,
  TakeUpFile,
} from '@patravali/movement';
import { Input } from '../http/input';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

/** Setting a file aside on its desk, and taking it up again. */
@Controller()
export class ParkingController {
  constructor(
    private readonly listParkings: ListParkings,
    private readonly parkFile: ParkFile,
    private readonly takeUpFile: TakeUpFile,
    private readonly putInCallBook: PutInCallBook,
    private readonly reviewCallBook: ReviewCallBook,
    private readonly takeOutOfCallBook: TakeOutOfCallBook,
  ) {}

  @Operation('listParkings')
  list(@CurrentActor() actor: Actor, @Input() { params, query }: Input<'listParkings'>) {
    return this.listParkings.execute(actor, params.fileId, query);
  }

  @Operation('parkFile')
  park(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'parkFile'>) {
    return this.parkFile.execute(actor, params.fileId, body, ifMatch);
  }

  @Operation('takeUpFile')
  takeUp(@CurrentActor() actor: Actor, @Input() { params, ifMatch }: Input<'takeUpFile'>) {
    return this.takeUpFile.execute(actor, params.fileId, ifMatch);
  }

  @Operation('putInCallBook')
  putIn(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'putInCallBook'>) {
    return this.putInCallBook.execute(actor, params.fileId, body, ifMatch);
  }

  @Operation('reviewCallBook')
  review(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'reviewCallBook'>) {
    return this.reviewCallBook.execute(actor, params.fileId, body, ifMatch);
  }

  @Operation('takeOutOfCallBook')
  takeOut(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'takeOutOfCallBook'>) {
    return this.takeOutOfCallBook.execute(actor, params.fileId, body, ifMatch);
  }
}
