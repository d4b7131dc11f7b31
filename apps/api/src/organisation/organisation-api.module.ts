import { Module } from '@nestjs/common';
import { CustodyModule } from '@patravali/custody';
import { OrganisationModule } from '@patravali/organisation';
import { ChannelController } from './channel.controller';
import { OrganisationController } from './organisation.controller';

@Module({ imports: [CustodyModule, OrganisationModule], controllers: [ChannelController, OrganisationController] })
export class OrganisationApiModule {}
