export { SetCalendar } from './calendar/set-calendar';
export { workOn } from './calendar/work-on';
export { findNumberHead } from './find-number-head';
export { unitAbbreviation } from './find-unit';
export { HELD_POSTS, HeldPostRow, PEOPLE, SHOWN_POSTS } from './held-posts';
export { Letterhead, letterheadOf, Signatory, signatoryOf } from './letter-parts';
export { holdersOf } from './holders-of-posts';
export { lockExistingOffice } from './loading/existing-office';
export { findOfficeMistakes } from './loading/find-office-mistakes';
export { OfficeDescription, type OfficeFileContent } from './loading/office-description';
export { type OfficeMistake, type OfficeMistakeCode, OfficeMistakes } from './loading/office-mistakes';
export { readOffice } from './loading/read-office';
export { writeOffice, type Written } from './loading/write-office';
export { lockOrganisation } from './lock-organisation';
export {
  actorRef,
  isSuperior,
  numberHeadRef,
  organisationName,
  personName,
  postDesignation,
  postLevel,
  postMarking,
  unitRef,
  urgencyName,
} from './names';
export { OrganisationQueries } from './organisation-queries';
export { NumberHead, OfficeUser, Organisation, Post, Tenure, Unit } from './organisation.entities';
export { OrganisationModule } from './organisation.module';
export { ORGANISATION_MIGRATIONS } from './migrations';
export { lockPerson, setPasswordHash } from './people';
export { namesOfPosts, withPosts } from './post-names';
export { HOLDING_POSTS, HOLDING_ROLES, receivingPost } from './receiving-post';
export { refuseNonOfficer } from './refuse-non-officer';
export { type PostOnTheWay, postsOnTheWay, superiorsOf } from './superiors';
export { SetUrgencies } from './urgencies/set-urgencies';
export { urgencyLabel } from './urgencies/urgency-labels';
export { takeTurns } from './take-turns';
