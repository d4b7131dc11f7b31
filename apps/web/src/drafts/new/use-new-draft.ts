import type { AttachedLetter, DraftTemplate, FileView, LetterLanguage, Named } from '@patravali/contract';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useCommand } from '../../api/use-command';
import { call } from '../../api/call';
import { usePosts } from '../../organisation/api';
import { useTranslations } from '../../language/use-translations';
import { showSuccess } from '../../ui/notices/announcements';
import { useRefusal } from '../../ui/notices/use-refusal';
import { LocalCopy } from '../../notes/autosave/local-copy';
import { actingPostId } from '../../api/session/acting-post';
import { useActing } from '../../api/use-session';
import { contentOf, type DraftForm, EMPTY_FORM } from '../form/draft-form';
import { likelySignatories } from '../fields/posts/signatories';
import { beginFrom, fitsTemplate } from '../templates/begin-from';
import { reminderOf, replyTo, replyToLetter } from './reply';

interface NewDraft {
  form: DraftForm;
  receiptId: string | null;
  /** From which it begins. */
  template: DraftTemplate | null;
}

/**
 * A letter that has not been put on the file yet. It is kept in this browser until then; the letter under consideration
 * is answered unless another is chosen.
 * @param asked the receipt that the address names, or the letter of which a reminder is to be drafted
 */
export function useNewDraft(
  file: Named<FileView>,
  letters: readonly Named<AttachedLetter>[],
  { asked, reminder }: { asked: string | undefined; reminder: string | undefined },
) {
  const { t } = useTranslations('outward');
  const refuse = useRefusal();
  const navigate = useNavigate();
  const command = useCommand('createDraft');
  const copy = useMemo(
    () => new LocalCopy<NewDraft>(`patravali.new-draft.${actingPostId() ?? ''}.${file.id}`),
    [file.id],
  );
  const [kept] = useState(() => copy.read()?.content ?? null);
  const [{ form, receiptId, template: chosen }, setNew] = useState<NewDraft>(() => ({
    // What was kept by an older page has fewer fields.
    form: { ...EMPTY_FORM, ...kept?.form },
    receiptId: kept?.receiptId ?? null,
    template: kept?.template ?? null,
  }));
  /** Counts the times that the fields were filled from outside: each makes the fields anew. */
  const [shown, setShown] = useState(0);
  const content = contentOf(form);
  const template = chosen && fitsTemplate(form, chosen) ? chosen : null;

  const put = (next: NewDraft) => {
    setNew(next);
    copy.keep({ content: next, version: null });
  };
  const fill = (changed: (form: DraftForm) => DraftForm, answered: string | null) => {
    setNew((now) => ({ ...now, form: changed(now.form), receiptId: answered }));
    setShown((count) => count + 1);
  };
  const answer = async (id: string | null) => {
    const letter = letters.find((one) => one.receiptId === id);
    if (id === null) {
      fill((now) => now, null);
      return;
    }
    try {
      const receipt = await call('getReceipt', { params: { receiptId: id } });
      fill((now) => replyTo(now, receipt), id);
    } catch (error) {
      if (letter) fill((now) => replyToLetter(now, letter), id);
      else refuse(error);
    }
  };
  const subjectOf = (language: LetterLanguage, subject: string) =>
    t(language === 'en' ? 'outward.reminderEnglish' : 'outward.reminderHindi', { subject });
  const remind = async (issueId: string) => {
    try {
      const issue = await call('getIssue', { params: { issueId } });
      fill((now) => reminderOf(now, issue, subjectOf), null);
    } catch (error) {
      refuse(error);
    }
  };
  useFirstAnswer(reminder ?? null, (id) => void remind(id));
  const first = kept === null && reminder === undefined ? (asked ?? letters[0]?.receiptId ?? null) : null;
  useFirstAnswer(first, (id) => void answer(id));
  useFirstSignatory(form, (signatoryPostId) => setNew((now) => ({ ...now, form: { ...now.form, signatoryPostId } })));

  const begin = (next: DraftTemplate | null) => {
    put({ form: beginFrom(form, next, chosen), receiptId, template: next });
    setShown((count) => count + 1);
  };

  const create = async () => {
    if (!content) return;
    const { id } = await command.mutateAsync({
      params: { fileId: file.id },
      body: { content, replyToReceiptId: receiptId, ...(template && { templateId: template.id }) },
    });
    copy.drop();
    showSuccess(t('draft.created'));
    await navigate({ to: '/drafts/$draftId', params: { draftId: id }, replace: true });
  };
  return {
    form,
    content,
    receiptId,
    shown,
    isCreating: command.isPending,
    template,
    change: (next: DraftForm) => put({ form: next, receiptId, template: chosen }),
    begin,
    answer: (id: string | null) => void answer(id),
    create: () => void create().catch(refuse),
  };
}

function useFirstAnswer(receiptId: string | null, answer: (receiptId: string) => void): void {
  const answered = useRef(false);
  useEffect(() => {
    if (receiptId === null || answered.current) return;
    answered.current = true;
    answer(receiptId);
  }, [receiptId, answer]);
}

/** The holder's superior signs, else the holder, if they are officers; else the typist chooses. */
function useFirstSignatory(form: DraftForm, choose: (postId: string) => void): void {
  const { post } = useActing();
  const { data: posts } = usePosts();
  const [likely] = likelySignatories(posts ?? [], post.id);
  useEffect(() => {
    if (form.signatoryPostId === null && likely) choose(likely.id);
  });
}
