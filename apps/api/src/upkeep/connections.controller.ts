import { Controller } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { ConnectionTested, Language } from '@patravali/contract';
import { TestConnection } from '@patravali/upkeep';
import { Input } from '../requests/input';
import { Operation } from '../requests/operation';
import { RequestLanguage } from '../requests/request-language.decorator';
import { CurrentActor } from '../session/current-actor.decorator';

/** The test mail is in the language of whoever asks for it. */
@Controller()
export class ConnectionsController {
  constructor(private readonly testConnection: TestConnection) {}

  @Operation('testConnection')
  test(
    @CurrentActor() actor: Actor,
    @Input() { body }: Input<'testConnection'>,
    @RequestLanguage() language: Language,
  ): Promise<ConnectionTested> {
    return this.testConnection.execute(actor, body, language);
  }
}
