import { Baseline1790000000219 } from './1790000000219-baseline';
import { RenameTypesetterRefusal1790000000220 } from './1790000000220-rename-typesetter-refusal';
import { DeskPin1790000000221 } from './1790000000221-desk-pin';
import { SealedRows1790000000222 } from './1790000000222-sealed-rows';
import { BoundCertificates1790000000223 } from './1790000000223-bound-certificates';
import { NoticesOfKeys1790000000224 } from './1790000000224-notices-of-keys';
import { DecisionsRecommended1790000000225 } from './1790000000225-decisions-recommended';
import { EndedLeave1790000000227 } from './1790000000227-ended-leave';
import { DispatchReports1790000000229 } from './1790000000229-dispatch-reports';
import { WhatAssistantsRecord1790000000230 } from './1790000000230-what-assistants-record';
import { ToldTrouble1790000000231 } from './1790000000231-told-trouble';
import { Polyglots1790000000232 } from './1790000000232-polyglots';
import { DeskEntries1790000000233 } from './1790000000233-desk-entries';
import { HindiMarkings1790000000240 } from './1790000000240-hindi-markings';
import { AnswersOfAddressees1790000000340 } from './letters/1790000000340-answers-of-addressees';
import { DaysOfSignatures1790000000341 } from './letters/1790000000341-days-of-signatures';
import { HindiDiaryNumbers1790000000342 } from './letters/1790000000342-hindi-diary-numbers';
import { Establishment1790000000350 } from './establishment/1790000000350-establishment';
import { NumberStarts1790000000360 } from './numbers/1790000000360-number-starts';
import { RestrictedHolidays1790000000361 } from './numbers/1790000000361-restricted-holidays';
import { ChargeHandover1790000000370 } from './establishment/1790000000370-charge-handover';
import { SuperiorChanges1790000000372 } from './establishment/1790000000372-superior-changes';
import { UnitAdministrators1790000000379 } from './establishment/1790000000379-unit-administrators';
import { Duties1790000000399 } from './establishment/1790000000399-duties';
import { Operators1790000000400 } from './establishment/1790000000400-operators';
import { Attachments1790000000401 } from './establishment/1790000000401-attachments';
import { SetUpLink1790000000380 } from './set-up/1790000000380-set-up-link';
import { ConnectionSetting1790000000376 } from './settings/1790000000376-connection-setting';
import { KeptLanguages1790000000395 } from './settings/1790000000395-kept-languages';
import { UploadQuota1790000000402 } from './settings/1790000000402-upload-quota';
import { TemplateDocuments1790000000398 } from './settings/1790000000398-template-documents';
import { SameLetters1790000000410 } from './letters/1790000000410-same-letters';
import { TextBeforeDiarising1790000000414 } from './letters/1790000000414-text-before-diarising';
import { LettersFoundByTheirOwnText1790000000415 } from './letters/1790000000415-letters-found-by-their-own-text';
import { ClosedReceipts1790000000419 } from './letters/1790000000419-closed-receipts';
import { LettersOfOneDate1790000000450 } from './letters/1790000000450-letters-of-one-date';
import { Covers1790000000426 } from './letters/1790000000426-covers';
import { PicturesOfDocuments1790000000440 } from './letters/1790000000440-pictures-of-documents';
import { FoundEverywhere1790000000405 } from './finding/1790000000405-found-everywhere';
import { FoundWhereAndWhen1790000000411 } from './finding/1790000000411-found-where-and-when';
import { SynonymGroups1790000000425 } from './finding/1790000000425-synonym-groups';
import { StemsInShort1790000000438 } from './finding/1790000000438-stems-in-short';
import { WordsByCuts1790000000439 } from './finding/1790000000439-words-by-cuts';
import { FilesWhereAndWhen1790000000445 } from './finding/1790000000445-files-where-and-when';
import { FoundByStems1790000000397 } from './finding/1790000000397-found-by-stems';

/**
 * Every migration in its order; listed, not globbed, so that every builder agrees. They change tables and rows: functions and
 * triggers follow from the files of the schema.
 */
export const MIGRATIONS = [
  Baseline1790000000219,
  RenameTypesetterRefusal1790000000220,
  DeskPin1790000000221,
  SealedRows1790000000222,
  BoundCertificates1790000000223,
  NoticesOfKeys1790000000224,
  DecisionsRecommended1790000000225,
  EndedLeave1790000000227,
  DispatchReports1790000000229,
  WhatAssistantsRecord1790000000230,
  ToldTrouble1790000000231,
  Polyglots1790000000232,
  DeskEntries1790000000233,
  HindiMarkings1790000000240,
  AnswersOfAddressees1790000000340,
  DaysOfSignatures1790000000341,
  HindiDiaryNumbers1790000000342,
  Establishment1790000000350,
  NumberStarts1790000000360,
  RestrictedHolidays1790000000361,
  ChargeHandover1790000000370,
  SuperiorChanges1790000000372,
  ConnectionSetting1790000000376,
  UnitAdministrators1790000000379,
  SetUpLink1790000000380,
  KeptLanguages1790000000395,
  FoundByStems1790000000397,
  TemplateDocuments1790000000398,
  Duties1790000000399,
  Operators1790000000400,
  Attachments1790000000401,
  UploadQuota1790000000402,
  FoundEverywhere1790000000405,
  SameLetters1790000000410,
  FoundWhereAndWhen1790000000411,
  TextBeforeDiarising1790000000414,
  LettersFoundByTheirOwnText1790000000415,
  ClosedReceipts1790000000419,
  SynonymGroups1790000000425,
  Covers1790000000426,
  StemsInShort1790000000438,
  WordsByCuts1790000000439,
  PicturesOfDocuments1790000000440,
  FilesWhereAndWhen1790000000445,
  LettersOfOneDate1790000000450,
];
