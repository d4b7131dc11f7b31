import { Module } from '@nestjs/common';
import { PeopleModule } from '@patravali/people';
import { OrganisationController } from './organisation.controller';

@Module({ imports: [PeopleModule], controllers: [OrganisationController] })
export class OrganisationApiModule {}
