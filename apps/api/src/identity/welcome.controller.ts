import { Controller } from '@nestjs/common';
import { PeopleQueries } from '@patravali/people';
import { Operation } from '../http/operation';

/** What the sign-in page shows before anybody has signed in. */
@Controller()
export class WelcomeController {
  constructor(private readonly people: PeopleQueries) {}

  @Operation('getWelcome')
  welcome() {
    return this.people.welcome();
  }
}
