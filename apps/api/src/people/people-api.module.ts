import { Module } from '@nestjs/common';
import { IdentityModule, OrganisationModule } from '@patravali/identity';
import { PeopleController } from './people.controller';

@Module({ imports: [IdentityModule, OrganisationModule], controllers: [PeopleController] })
export class PeopleApiModule {}
