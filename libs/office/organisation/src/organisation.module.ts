import { Module } from '@nestjs/common';
import { SetCalendar } from './calendar/set-calendar';
import { SetUrgencies } from './urgencies/set-urgencies';
import { OrganisationQueries } from './organisation-queries';

@Module({
  providers: [OrganisationQueries, SetCalendar, SetUrgencies],
  exports: [OrganisationQueries, SetCalendar, SetUrgencies],
})
export class OrganisationModule {}
