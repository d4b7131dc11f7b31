import type { DraftContent, DraftView, Named } from '@patravali/contract';
import { useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
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
import { PreviewPane } from '../preview/PreviewPane';
import classes from '../draft.module.css';
import { DraftHead } from './DraftHead';
import { Signing } from './Signing';
import { draftFacts, mergedDraft } from './draft-facts';
import { SidePane } from '../preview/SidePane';
import { useDraftAutosave } from './use-draft-autosave';
import { usePreview } from '../preview/use-preview';
import { useWriting } from './use-writing';

/**
 * A letter in the making, and the strip from approval to dispatch. Who decides on it sees it whole, and beside it what was said of it;
 * who writes it sees its form, and beside that the typeset page.
 */
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
  const [quoted, setQuoted] = useState<readonly string[]>();
  const writing = useWriting(draft);
  const content = contentOf(form);
  const preview = usePreview(draft.file.id, content, draft.id);
  const fields = useFirstInText(writing.isBegun);
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
  const complete = content !== null;
  const checks = content && <LetterChecks fileId={draft.file.id} letter={content} receiptId={draft.replyToReceiptId} />;
  const beside = {
    fileId: draft.file.id,
    receiptId: draft.replyToReceiptId,
    draft,
    compared,
    commented: { content: content ?? draft.content, saveDraft },
  };
  return (
    <main className={page.page}>
      <DraftHead draft={draft} state={state} unfinished={unfinished(form)} saveDraft={saveDraft} writing={writing} />
      {writing.isWriting ? (
        <TwoSheets
          printed="right"
          left={
            <div ref={fields}>
              <DraftFields key={shown} fileId={draft.file.id} form={form} onChange={change} />
              {checks}
            </div>
          }
          right={<SidePane key="form" {...beside} preview={<PreviewPane preview={preview} complete={complete} />} />}
        />
      ) : (
        <TwoSheets
          printed="left"
          left={
            <div className={classes.letter}>
              <PreviewPane preview={preview} complete={complete} whole marked={quoted} />
            </div>
          }
          right={
            <SidePane
              key="letter"
              {...beside}
              about={<Signing draft={draft} />}
              checks={isInTheMaking(draft) && checks}
              onShow={({ quote }) => setQuoted([quote])}
            />
          }
        />
      )}
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

const isInTheMaking = ({ state }: Pick<DraftView, 'state'>): boolean => state === 'draft' || state === 'approved';

/** Of a form that was opened by hand the text has the focus. */
function useFirstInText(isBegun: boolean) {
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isBegun) fields.current?.querySelector<HTMLElement>('[data-passage="body"] [contenteditable]')?.focus();
  }, [isBegun]);
  return fields;
}
