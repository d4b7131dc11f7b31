import { Controller } from '@nestjs/common';
import { Turns } from '@patravali/child-process';
import type { SignedIn } from '@patravali/identity';
import { Operation } from '../requests/operation';
import { CurrentSession } from '../session/current-session.decorator';

/** Whoever waits for a PDF asks here where he stands. Only this process is asked; with several, another may say nothing. */
@Controller()
export class TurnsController {
  @Operation('listTurns')
  list(@CurrentSession() { person }: SignedIn) {
    return { items: Turns.placesOf(person.userId) };
  }
}
