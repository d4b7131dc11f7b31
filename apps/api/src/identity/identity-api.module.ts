import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { IdentityModule } from '@patravali/identity';
import { SecurityEventsController } from './security-events.controller';
import { SessionController } from './session.controller';
import { SessionGuard } from './session.guard';
import { SignInController } from './sign-in.controller';
import { WelcomeController } from './welcome.controller';

@Module({
  imports: [IdentityModule],
  controllers: [WelcomeController, SignInController, SessionController, SecurityEventsController],
  providers: [{ provide: APP_GUARD, useClass: SessionGuard }],
})
export class IdentityApiModule {}
