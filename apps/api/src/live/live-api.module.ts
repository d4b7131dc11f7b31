import { Module } from '@nestjs/common';
import { IdentityModule } from '@patravali/identity';
import { NoticesModule } from '@patravali/notices';
import { ListenController } from './listen.controller';
import { Listeners } from './listeners';

@Module({ imports: [IdentityModule, NoticesModule], controllers: [ListenController], providers: [Listeners] })
export class LiveApiModule {}
