import { Module } from '@nestjs/common';
import { CustodyModule } from '@patravali/custody';
import { OrganisationModule } from '@patravali/organisation';
import { ChannelController } from './channel.controller';
import { DraftTemplatesController } from './draft-templates.controller';
import { OrganisationController } from './organisation.controller';

@Module({
  imports: [CustodyModule, OrganisationModule],
  controllers: [ChannelController, DraftTemplatesController, OrganisationController],
})
export class OrganisationApiModule {}
