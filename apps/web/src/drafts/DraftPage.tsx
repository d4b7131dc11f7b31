import type { DraftContent, DraftView } from '@patravali/contract';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useDraft } from '../api/queries';
import { useTranslations } from '../language/use-translations';
import { useSentence } from '../ui/use-refusal';
import { useTitle } from '../ui/use-title';
import { Waiting } from '../ui/Waiting';
import { StaleText } from '../notes/autosave/StaleText';
import { contentOf, type DraftForm, formOf } from './fields/draft-form';
import classes from './draft.module.css';
import { DraftFields } from './fields/DraftFields';
import { DraftHead } from './DraftHead';
import { SidePane } from './SidePane';
import { useDraftAutosave } from './use-draft-autosave';
import { usePreview } from './use-preview';

/** A letter in the making: the text on the left, the typeset page beside it, and the strip from approval to issue. */
export function DraftPage() {
  const { t } = useTranslations();
  const sentence = useSentence();
  const { draftId } = useParams({ from: '/office/drafts/$draftId' });
  const { data: draft, error } = useDraft(draftId);
  useTitle(draft?.subject ?? t('draft.title'));
  if (draft) return <OpenDraft key={draft.id} draft={draft} />;
  if (!error) return <Waiting />;
  return (
    <main className={classes.message} role="alert">
      <h1>{t('page.notFoundTitle')}</h1>
      <p>{sentence(error)}</p>
    </main>
  );
}

function OpenDraft({ draft }: { draft: DraftView }) {
  const { autosave, state, first, settled } = useDraftAutosave(draft);
  const [form, setForm] = useState<DraftForm>(() => formOf(first));
  const [shown, setShown] = useState(0);
  const readOnly = !draft.allowedMoves.includes('change');
  const content = contentOf(form);
  const preview = usePreview(draft.file.id, content);
  const change = (next: DraftForm) => {
    setForm(next);
    const changed = contentOf(next);
    if (changed) autosave.change(changed);
  };
  const settle = (next: DraftContent) => {
    if (state.kind !== 'stale') return;
    setForm(formOf(next));
    setShown((count) => count + 1);
    autosave.settle(next, state.theirs);
  };
  return (
    <main className={classes.page}>
      <DraftHead draft={draft} state={state} complete={content !== null} settled={settled} />
      <div className={classes.sheets}>
        <div className={classes.left}>
          <DraftFields key={shown} form={form} onChange={change} readOnly={readOnly} />
        </div>
        <SidePane
          fileId={draft.file.id}
          receiptId={draft.replyToReceiptId}
          draft={draft}
          preview={preview}
          complete={content !== null}
        />
      </div>
      {state.kind === 'stale' && (
        <StaleText
          mine={state.mine.body}
          theirs={state.theirs.content.body}
          onTakeTheirs={() => settle(state.theirs.content)}
          onKeepMine={(body) => settle({ ...state.mine, body })}
        />
      )}
    </main>
  );
}
