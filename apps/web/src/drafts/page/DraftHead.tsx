import type { DraftContent, DraftView, Named } from '@patravali/contract';
import { Link } from '@tanstack/react-router';
import { WhatIs } from '../../help/WhatIs';
import { useTranslations } from '../../language/use-translations';
import type { AutosaveState } from '../../notes/autosave/autosave';
import { SaveLine } from '../../notes/autosave/SaveLine';
import { draftLabel } from '../../notes/editor/written-reference';
import { Pill } from '../../ui/Badges';
import page from '../../ui/page/page.module.css';
import { Subject } from '../../ui/page/Subject';
import classes from '../draft.module.css';
import { DraftStrip } from '../approval/DraftStrip';
import type { unfinished } from '../form/draft-form';

interface DraftHeadProps {
  draft: Named<DraftView>;
  state: AutosaveState<DraftContent>;
  unfinished: ReturnType<typeof unfinished>;
  saveDraft: () => Promise<Named<DraftView>>;
}

/** Which letter on which file, how it is kept, and how far it has come. */
export function DraftHead({ draft, state, unfinished: missing, saveDraft }: DraftHeadProps) {
  const { t } = useTranslations();
  return (
    <header className={page.head} data-lined>
      <Link to="/files/$fileId" params={{ fileId: draft.file.id }} className={classes.file}>
        <span className="mono">{draft.file.number}</span>
      </Link>
      <Pill>{draftLabel(draft, false)}</Pill>
      <WhatIs word="dfa" />
      <Subject>{draft.subject}</Subject>
      <Pill>{t('draft.version', { version: draft.draftVersion })}</Pill>
      <span className={classes.saved}>
        {draft.allowedMoves.includes('change') && (missing ? t(missing) : <SaveLine state={state} />)}
      </span>
      <DraftStrip draft={draft} saveDraft={saveDraft} complete={missing === null} />
    </header>
  );
}
