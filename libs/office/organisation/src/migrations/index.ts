import { KindsOfCases1790000000080 } from './1790000000080-kinds-of-cases';
import { TheCalendarOfTheOffice1790000000076 } from './1790000000076-the-calendar-of-the-office';
import { TheUrgenciesOfTheOffice1790000000078 } from './1790000000078-the-urgencies-of-the-office';
import { PeopleHaveAddresses1790000000086 } from './1790000000086-people-have-addresses';
import { DaysOnDesksAreLimited1790000000115 } from './1790000000115-days-on-desks-are-limited';
import { WorkingDaysAreCountedAtOnce1790000000132 } from './1790000000132-working-days-are-counted-at-once';
import { LevelsAreComparedInPlace1790000000133 } from './1790000000133-levels-are-compared-in-place';
import { LettersHaveLayouts1790000000141 } from './1790000000141-letters-have-layouts';
import { OfficersSignSomeLetters1790000000152 } from './1790000000152-officers-sign-some-letters';
import { LetterheadsHaveLooks1790000000157 } from './1790000000157-letterheads-have-looks';
import { PostsKnowTheirSuperiors1790000000058 } from './1790000000058-posts-know-their-superiors';

/** What this area has changed in the schema since the first release, in order. */
export const ORGANISATION_MIGRATIONS = [
  PostsKnowTheirSuperiors1790000000058,
  TheCalendarOfTheOffice1790000000076,
  KindsOfCases1790000000080,
  TheUrgenciesOfTheOffice1790000000078,
  PeopleHaveAddresses1790000000086,
  DaysOnDesksAreLimited1790000000115,
  WorkingDaysAreCountedAtOnce1790000000132,
  LevelsAreComparedInPlace1790000000133,
  LettersHaveLayouts1790000000141,
  OfficersSignSomeLetters1790000000152,
  LetterheadsHaveLooks1790000000157,
];
