import { Module } from '@nestjs/common';
import { DispatchModule } from '@patravali/dispatch';
import { DispatchRegisterController, IssuesController } from './issues.controller';

@Module({ imports: [DispatchModule], controllers: [DispatchRegisterController, IssuesController] })
export class DispatchApiModule {}
