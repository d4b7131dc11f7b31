import { PLATFORM_REFUSALS } from '@patravali/contract-base';
import { consultationsRefusals } from '../../consultations/contract/refusals';
import { correspondenceRefusals } from '../../correspondence/contract/refusals';
import { custodyRefusals } from '../../custody/contract/refusals';
import { dakRefusals } from '../../dak/contract/refusals';
import { deskRefusals } from '../../desk/contract/refusals';
import { dispatchRefusals } from '../../dispatch/contract/refusals';
import { documentsRefusals } from '../../documents/contract/refusals';
import { draftsRefusals } from '../../drafts/contract/refusals';
import { establishmentRefusals } from '../../establishment/contract/refusals';
import { evidenceRefusals } from '../../evidence/contract/refusals';
import { filesRefusals } from '../../files/contract/refusals';
import { findingRefusals } from '../../finding/contract/refusals';
import { identityRefusals } from '../../identity/contract/refusals';
import { lettersRefusals } from '../../letters/contract/refusals';
import { movementRefusals } from '../../movement/contract/refusals';
import { notesRefusals } from '../../notes/contract/refusals';
import { organisationRefusals } from '../../organisation/contract/refusals';
import { recordsRefusals } from '../../records/contract/refusals';
import { signingRefusals } from '../../signing/contract/refusals';
import { upkeepRefusals } from '../../upkeep/contract/refusals';

/**
 * Every reason to refuse, with its kind. A code never changes, since clients compare it; docs/problems.md explains it, and
 * `refusals.json` of the message files has its sentence in both languages. A test compares the three.
 */
export const REFUSALS = {
  ...PLATFORM_REFUSALS,
  ...organisationRefusals,
  ...establishmentRefusals,
  ...identityRefusals,
  ...signingRefusals,
  ...custodyRefusals,
  ...notesRefusals,
  ...movementRefusals,
  ...filesRefusals,
  ...documentsRefusals,
  ...consultationsRefusals,
  ...dakRefusals,
  ...correspondenceRefusals,
  ...lettersRefusals,
  ...dispatchRefusals,
  ...draftsRefusals,
  ...deskRefusals,
  ...recordsRefusals,
  ...evidenceRefusals,
  ...findingRefusals,
  ...upkeepRefusals,
};

export type RefusalCode = keyof typeof REFUSALS;
