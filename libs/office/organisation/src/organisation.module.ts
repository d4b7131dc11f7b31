import { Module } from '@nestjs/common';
import { SetCalendar } from './calendar/set-calendar';
import { KeepCaseCategory } from './channel/keep-case-category';
import { ListCaseCategories } from './channel/list-case-categories';
import { WayQuery } from './channel/way-query';
import { SetLetterhead } from './letterhead/set-letterhead';
import { SetSigningRule } from './letterhead/set-signing-rule';
import { OrganisationQueries } from './organisation-queries';
import { SetUrgencies } from './urgencies/set-urgencies';

const SETTINGS = [SetCalendar, SetLetterhead, SetSigningRule, SetUrgencies];
const PROVIDED = [KeepCaseCategory, ListCaseCategories, OrganisationQueries, WayQuery, ...SETTINGS];

@Module({ providers: PROVIDED, exports: PROVIDED })
export class OrganisationModule {}
