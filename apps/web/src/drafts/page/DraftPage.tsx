import type { DraftContent, DraftView, Named } from '@patravali/contract';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useDraft } from '../api';
import { useTranslations } from '../../language/use-translations';
import page from '../../ui/page/page.module.css';
import { PageError } from '../../ui/page/PageError';
import { TwoSheets } from '../../ui/page/TwoSheets';
import { usePosts } from '../../organisation/api';
import { useTitle } from '../../ui/page/use-title';
import { Waiting } from '../../ui/page/Waiting';
import { StaleText } from '../../notes/merging/StaleText';
import { contentOf, type DraftForm, formOf, unfinished } from '../form/draft-form';
import { DraftFields } from '../fields/DraftFields';
import { LetterChecks } from '../checks/LetterChecks';
import { DraftHead } from './DraftHead';
import { draftFacts, mergedDraft } from './draft-facts';
import { SidePane } from '../preview/SidePane';
import { useDraftAutosave } from './use-draft-autosave';
import { usePreview } from '../preview/use-preview';

/** A letter in the making: the text on the left, the typeset page beside it, and the strip from approval to issue. */
export function DraftPage() {
  const { t } = useTranslations();
  const { draftId } = useParams({ from: '/office/drafts/$draftId' });
  const { data: draft, error } = useDraft(draftId);
  useTitle(draft?.subject ?? t('draft.title'));
  if (draft) return <OpenDraft key={draft.id} draft={draft} />;
  return error ? <PageError error={error} /> : <Waiting />;
}

function OpenDraft({ draft }: { draft: Named<DraftView> }) {
  const translations = useTranslations('draft-forms');
  const compared = useSearch({ from: '/office/drafts/$draftId', select: ({ version }) => version });
  const { data: posts = [] } = usePosts();
  const { autosave, state, first, saveDraft } = useDraftAutosave(draft);
  const [form, setForm] = useState<DraftForm>(() => formOf(first));
  const [shown, setShown] = useState(0);
  const readOnly = !draft.allowedMoves.includes('change');
  const content = contentOf(form);
  const preview = usePreview(draft.file.id, content, draft.id);
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
    <main className={page.page}>
      <DraftHead draft={draft} state={state} unfinished={unfinished(form)} saveDraft={saveDraft} />
      <TwoSheets
        printed="right"
        left={
          <>
            <DraftFields key={shown} fileId={draft.file.id} form={form} onChange={change} readOnly={readOnly} />
            {content && !readOnly && <LetterChecks letter={content} receiptId={draft.replyToReceiptId} />}
          </>
        }
        right={
          <SidePane
            fileId={draft.file.id}
            receiptId={draft.replyToReceiptId}
            draft={draft}
            compared={compared}
            preview={preview}
            complete={content !== null}
            commented={{ content: content ?? draft.content, saveDraft }}
          />
        }
      />
      {state.kind === 'stale' && (
        <StaleText
          mine={state.mine.body}
          theirs={state.theirs.content.body}
          facts={draftFacts({ mine: state.mine, theirs: state.theirs.content }, { translations, posts })}
          onSettle={(body, taken) =>
            settle(mergedDraft({ mine: state.mine, theirs: state.theirs.content }, body, taken))
          }
        />
      )}
    </main>
  );
}
