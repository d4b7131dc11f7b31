import { Module } from '@nestjs/common';
import { IdentityModule } from '@patravali/identity';
import { NoticesModule } from '@patravali/notices';
import { ListenController } from './listen.controller';
import { Listeners } from './listeners';
import { NoticesController } from './notices.controller';

@Module({
  imports: [IdentityModule, NoticesModule],
  controllers: [ListenController, NoticesController],
  providers: [Listeners],
})
export class LiveApiModule {}
