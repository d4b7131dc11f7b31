import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { IdentityModule } from '@patravali/identity';
import { SessionController, SignInController } from './session.controller';
import { SessionGuard } from './session.guard';

@Module({
  imports: [IdentityModule],
  controllers: [SignInController, SessionController],
  providers: [{ provide: APP_GUARD, useClass: SessionGuard }],
})
export class SessionModule {}
