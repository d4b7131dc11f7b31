import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '@patravali/config';
import { ChangePassword } from './change-password';
import { FindSession } from './find-session';
import { PeopleQueries } from './people-queries';
import { SessionPolicy } from './session-policy';
import { SignIn } from './sign-in';
import { SignInAsDemoPerson } from './sign-in-as-demo-person';
import { SignInAttempts } from './sign-in-attempts';
import { SignInByLink } from './sign-in-by-link';
import { SignOut } from './sign-out';

const COMMANDS = [ChangePassword, SignIn, SignInAsDemoPerson, SignInByLink, SignOut];
const QUERIES = [FindSession, PeopleQueries];

@Module({
  providers: [
    ...COMMANDS,
    ...QUERIES,
    SignInAttempts,
    {
      provide: SessionPolicy,
      useFactory: ({ sessionHours, demo }: Config) => new SessionPolicy(sessionHours, demo),
      inject: [CONFIG],
    },
  ],
  exports: [...COMMANDS, ...QUERIES],
})
export class PeopleModule {}
