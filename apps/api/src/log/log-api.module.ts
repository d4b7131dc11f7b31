import { Module } from '@nestjs/common';
import { IdentityModule } from '@patravali/identity';
import { LogController } from './log.controller';

@Module({ imports: [IdentityModule], controllers: [LogController] })
export class LogApiModule {}
