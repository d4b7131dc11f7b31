import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PeopleModule } from '@patravali/people';
import { SessionController, SignInController } from './session.controller';
import { SessionGuard } from './session.guard';

@Module({
  imports: [PeopleModule],
  controllers: [SignInController, SessionController],
  providers: [{ provide: APP_GUARD, useClass: SessionGuard }],
})
export class SessionModule {}
