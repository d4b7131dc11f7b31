import { Module } from '@nestjs/common';
import { OrganisationQueries } from './organisation-queries';

@Module({ providers: [OrganisationQueries], exports: [OrganisationQueries] })
export class OrganisationModule {}
