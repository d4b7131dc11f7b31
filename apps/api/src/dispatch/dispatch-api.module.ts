import { Module } from '@nestjs/common';
import { DispatchModule } from '@patravali/dispatch';
import { DispatchRegisterController } from './dispatch-register.controller';
import { IssuesController } from './issues.controller';

@Module({ imports: [DispatchModule], controllers: [DispatchRegisterController, IssuesController] })
export class DispatchApiModule {}
