import { Module } from '@nestjs/common';
import { DispatchModule } from '@patravali/dispatch';
import { IdentityModule } from '@patravali/identity';
import { DispatchRegisterController } from './dispatch-register.controller';
import { GenuineController } from './genuine/genuine.controller';
import { GenuinePageController } from './genuine/genuine-page.controller';
import { IssuesController } from './issues.controller';

@Module({
  imports: [DispatchModule, IdentityModule],
  controllers: [DispatchRegisterController, GenuineController, GenuinePageController, IssuesController],
})
export class DispatchApiModule {}
