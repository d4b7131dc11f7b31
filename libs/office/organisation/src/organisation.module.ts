import { Module, type OnModuleInit } from '@nestjs/common';
import { SearchEntries } from '@patravali/search';
import { EndLeave } from './establishment/absence/end-leave';
import { ListLeaves } from './establishment/absence/list-leaves';
import { TakeLeave } from './establishment/absence/take-leave';
import { WithdrawLeave } from './establishment/absence/withdraw-leave';
import { LastBackupQuery } from './backups/last-backup';
import { DeclareDays, SetRestDays, WithdrawDay } from './calendar/keep-calendar';
import { SetCalendar } from './calendar/set-calendar';
import { FOUND_PEOPLE, FOUND_POSTS } from './finding/found-people';
import * as establishment from './establishment/commands';
import * as numbering from './numbering/commands';
import { KeepCaseCategory } from './channel/keep-case-category';
import { ListCaseCategories } from './channel/list-case-categories';
import { WayQuery } from './channel/way-query';
import { SetLetterhead } from './letterhead/set-letterhead';
import { SetSigningRule } from './letterhead/set-signing-rule';
import { OfficeParts } from './loading/office-parts';
import { OrganisationQueries } from './organisation-queries';
import { KeepDraftTemplate } from './templates/keep-draft-template';
import { ListDraftTemplates } from './templates/list-draft-templates';
import { RetireDraftTemplate } from './templates/retire-draft-template';
import { SetUrgencies } from './urgencies/set-urgencies';

const SETTINGS = [DeclareDays, SetCalendar, SetRestDays, WithdrawDay, SetLetterhead, SetSigningRule, SetUrgencies];
const ABSENCE = [EndLeave, ListLeaves, TakeLeave, WithdrawLeave];
const LOADING = [OfficeParts];
const TEMPLATES = [KeepDraftTemplate, ListDraftTemplates, RetireDraftTemplate];
const PROVIDED = [
  KeepCaseCategory,
  LastBackupQuery,
  ListCaseCategories,
  OrganisationQueries,
  WayQuery,
  ...Object.values(establishment),
  ...Object.values(numbering),
  ...ABSENCE,
  ...SETTINGS,
  ...TEMPLATES,
  ...LOADING,
];

@Module({ providers: PROVIDED, exports: PROVIDED })
export class OrganisationModule implements OnModuleInit {
  constructor(private readonly entries: SearchEntries) {}

  onModuleInit(): void {
    this.entries.register(FOUND_PEOPLE);
    this.entries.register(FOUND_POSTS);
  }
}
