export { EndLeave } from './establishment/absence/end-leave';
export { ListLeaves } from './establishment/absence/list-leaves';
export { TakeLeave } from './establishment/absence/take-leave';
export { WithdrawLeave } from './establishment/absence/withdraw-leave';
export { ageOfBackup, type BackupState, LastBackupQuery, stateOfBackup } from './backups/last-backup';
export { recordBackup, type RecordedBackup } from './backups/record-backup';
export { CaseCategory } from './channel/case-category.entity';
export { channelAbilities } from './channel/channel-abilities';
export { categoryCode } from './channel/find-category';
export { KeepCaseCategory } from './channel/keep-case-category';
export { firstOnWayBack, inLineOf, lineAbove, type PostInLine, wayFrom } from './channel/chain-of-command';
export {
  caseCategoryRef,
  decidingPost,
  finalPostToday,
  heldPostsInLine,
  HeldLineRow,
  LineRow,
  postsInLine,
  powerToday,
  PowerRow,
  rankedPost,
  RankedPost,
} from './channel/chain-of-command-rows';
export { ListCaseCategories } from './channel/list-case-categories';
export { type ChannelFacts, type ChannelOfDesk, DeskClock, readChannels } from './channel/read-channels';
export { WayQuery } from './channel/way-query';
export { ofAuditedUnits } from './audited-units';
export { calendarYear } from './calendar/calendar-year';
export { DeclareDays, SetRestDays, WithdrawDay } from './calendar/keep-calendar';
export { SetCalendar } from './calendar/set-calendar';
export { deskLimit, firstDayInLimit, OFFICES_WITH_LIMIT } from './calendar/desk-limit';
export { workOn, type Worked } from './calendar/work-on';
export { headInNumbers } from './numbering/number-head';
export * from './numbering/commands';
export { unitInNumbers } from './find-unit';
export { HELD_POSTS, HeldPostRow, holdersToday, PEOPLE, postHeldToday, SHOWN_POSTS } from './posts/held-posts';
export { Letterhead, letterheadOf, Signatory, signatoryOf } from './letter-parts';
export { LetterLook, letterLookOf } from './letterhead/letter-look';
export { SetLetterhead } from './letterhead/set-letterhead';
export { SetSigningRule } from './letterhead/set-signing-rule';
export {
  isDemoOffice,
  notesAreSigned,
  officeSigningRule,
  refusesUnchecked,
  signedForms,
} from './letterhead/signing-rule';
export { headsOfUnits } from './posts/heads-of-units';
export { type HeldPost, holdersOf } from './posts/holders-of-posts';
export { lockExistingOffice } from './loading/existing-office';
export { findOfficeMistakes } from './loading/find-office-mistakes';
export { OfficeDescription, type OfficeFileContent } from './loading/office-description';
export { type OfficeMistake, type OfficeMistakeCode, OfficeMistakes } from './loading/office-mistakes';
export { type OfficePart, OfficeParts } from './loading/office-parts';
export { findPictureMistakes } from './loading/picture-mistakes';
export { readOffice } from './loading/read-office';
export type { Upserted } from './organisation/upsert';
export { writeOffice, type Written, type WrittenRow } from './loading/write-office';
export { lockOrganisation } from './organisation/lock-organisation';
export {
  actorRef,
  directSuperior,
  isSuperior,
  numberHeadRef,
  organisationEmail,
  organisationName,
  personName,
  personRef,
  postDesignation,
  postLevel,
  MarkingInBoth,
  postMarking,
  postMarkingInBoth,
  unitRef,
  urgencyName,
  unitAbbreviationHi,
  withoutHindi,
} from './organisation/names';
export { OrganisationQueries } from './organisation-queries';
export { NumberHead, OfficeUser, Organisation, Post, Tenure, Unit } from './organisation/organisation.entities';
export { OrganisationModule } from './organisation.module';
export * from './establishment/commands';
export {
  changePerson,
  endAllTenures,
  insertPerson,
  isDemo,
  isUsernameTaken,
  refuseTakenEmail,
  setClosed,
} from './establishment/people/people';
export { type KeptPerson, keptPeople } from './establishment/people/kept-people';
export { chargesOf } from './establishment/people/charges-of';
export { endAtOnce, endLinks, endWhatHung, nextHolderOf, tenuresOfPost } from './establishment/tenures/handed-over';
export { holdersNowAndLater, postsRightBelow } from './establishment/posts/hanging-on-post';
export { alterPost } from './establishment/posts/change-post';
export { enterPost } from './establishment/posts/create-post';
export { keptPosts, readPost } from './establishment/posts/post-record';
export { type KeptUnit, keptUnits } from './establishment/units/kept-units';
export { abolishLocked, lockPost } from './establishment/posts/post-rules';
export { lockEstablishment, refuseChanged, unfit } from './establishment/rules/administering';
export {
  lockKept,
  refuseOtherPerson,
  refuseRoleOfPost,
  type UnitsKept,
} from './establishment/rules/unit-administration';
export { refuseWithoutAdministrator } from './establishment/rules/administrator-left';
export { lockPerson, setPasswordHash } from './posts/people';
export { type InformationOfficer, informationOfficers } from './posts/information-officers';
export { namesOfPosts, withPosts } from './posts/post-names';
export { postsBelow } from './posts/posts-below';
export { idsOfPostsOfUnit, postsOfUnit, refuseUnknown } from './posts/posts-of-unit';
export { HOLDING_POSTS, receivingPost } from './posts/receiving-post';
export { refuseNonAdministrator } from './organisation/refuse-non-administrator';
export { refuseNonOfficer } from './posts/refuse-non-officer';
export {
  endChange,
  FOLLOW_SUPERIORS,
  lockChange,
  noteProgress,
  standingChanges,
  type SuperiorChange,
} from './establishment/superiors/superior-changes';
export { type PostOnTheWay, postsOnTheWay, superiorsOf } from './posts/superiors';
export { DraftTemplate } from './templates/draft-template.entity';
export { KeepDraftTemplate } from './templates/keep-draft-template';
export { ListDraftTemplates } from './templates/list-draft-templates';
export { lockTemplate } from './templates/lock-template';
export { RetireDraftTemplate } from './templates/retire-draft-template';
export { templateAbilities } from './templates/template-abilities';
export {
  DOCUMENTS_OF_TEMPLATES,
  enterTemplateDocument,
  GOES_WITH_TEMPLATE,
  takeOffTemplateDocument,
  TEMPLATE_DOCUMENTS,
} from './templates/template-documents';
export { isOffered } from './templates/who-keeps-templates';
export { SetUrgencies } from './urgencies/set-urgencies';
export { urgencyLabel } from './urgencies/urgency-labels';
export { tenuresOf } from './posts/tenures-of';
export { takeTurns } from './posts/take-turns';
export { unitsUnder } from './posts/units-under';
export { whatIsThere } from './organisation/what-is-there';
export {
  FOUND_PEOPLE,
  FOUND_POSTS,
  joinHeldPost,
  narrowedPeople,
  readingPeople,
  readingPosts,
  SHOWN_PERSON,
  SHOWN_POST,
} from './finding/found-people';
