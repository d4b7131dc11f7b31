import { Controller } from '@nestjs/common';
import { WelcomeQuery } from '@patravali/identity';
import { Operation } from '../http/operation';

/** What the sign-in page shows before anybody has signed in. */
@Controller()
export class WelcomeController {
  constructor(private readonly welcomeQuery: WelcomeQuery) {}

  @Operation('getWelcome')
  welcome() {
    return this.welcomeQuery.execute();
  }
}
