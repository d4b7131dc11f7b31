import { Module } from '@nestjs/common';
import { SetCalendar } from './calendar/set-calendar';
import { OrganisationQueries } from './organisation-queries';

@Module({ providers: [OrganisationQueries, SetCalendar], exports: [OrganisationQueries, SetCalendar] })
export class OrganisationModule {}
