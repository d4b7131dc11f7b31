import type { DraftContent, DraftView, Named } from '@patravali/contract';
import { Link } from '@tanstack/react-router';
import { WhatIs } from '../../help/WhatIs';
import { useTranslations } from '../../language/use-translations';
import type { AutosaveState } from '../../notes/autosave/autosave';
import { SaveLine } from '../../notes/autosave/SaveLine';
import { draftLabel } from '../../notes/editor/written-reference';
import { Pill } from '../../ui/Badges';
import { KeyButton } from '../../ui/keyboard/KeyButton';
import page from '../../ui/page/page.module.css';
import { Subject } from '../../ui/page/Subject';
import classes from '../draft.module.css';
import { Approvals } from '../approval/Approvals';
import { DraftStrip } from '../approval/DraftStrip';
import type { unfinished } from '../form/draft-form';
import type { Writing } from './use-writing';

interface DraftHeadProps {
  draft: Named<DraftView>;
  state: AutosaveState<DraftContent>;
  unfinished: ReturnType<typeof unfinished>;
  saveDraft: () => Promise<Named<DraftView>>;
  writing: Writing;
}

/** Which letter on which file, how it is kept, and how far it has come. */
export function DraftHead({ draft, state, unfinished: missing, saveDraft, writing }: DraftHeadProps) {
  const { t } = useTranslations('draft-forms');
  return (
    <header className={page.head} data-lined>
      <Link to="/files/$fileId" params={{ fileId: draft.file.id }} className={classes.file}>
        <span className="mono">{draft.file.number}</span>
      </Link>
      <Pill>{draftLabel(draft, false)}</Pill>
      <WhatIs word="dfa" />
      <Subject>{draft.subject}</Subject>
      <Pill>{t('draft.version', { version: draft.draftVersion })}</Pill>
      <span className={classes.saved}>{writing.isWriting && (missing ? t(missing) : <SaveLine state={state} />)}</span>
      <DraftStrip draft={draft} saveDraft={saveDraft} complete={missing === null} isRead={!writing.isWriting}>
        {writing.mayBegin && (
          <KeyButton keys="e" label={t('draftForm.edit')} variant="default" size="xs" onClick={writing.begin} />
        )}
        {writing.mayEnd && (
          <KeyButton
            keys="alt+E"
            label={t('draftForm.toLetter')}
            variant="default"
            size="xs"
            onClick={writing.end}
            whileTyping
          />
        )}
      </DraftStrip>
      {writing.isWriting && <Approvals draft={draft} />}
    </header>
  );
}
