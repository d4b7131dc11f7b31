import { DraftsHaveEveryForm1790000000140 } from './1790000000140-drafts-have-every-form';
import { ApprovalFixesTheLook1790000000192 } from './1790000000192-approval-fixes-the-look';

/** What this area has changed in the schema since the first release, in order. */
export const DRAFTS_MIGRATIONS = [DraftsHaveEveryForm1790000000140, ApprovalFixesTheLook1790000000192];
