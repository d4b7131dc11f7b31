import type { AttachedLetter, DraftTemplate, FileView, LetterLanguage, Named } from '@patravali/contract';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useCommand } from '../../api/use-command';
import { call } from '../../api/call';
import { usePosts } from '../../organisation/api';
import { useOnlyLanguage } from '../../language/language';
import { useTranslations } from '../../language/use-translations';
import { showSuccess } from '../../ui/notices/announcements';
import { useRefusal } from '../../ui/notices/use-refusal';
import { LocalCopy } from '../../notes/autosave/local-copy';
import { actingPostId } from '../../api/session/acting-post';
import { useActing } from '../../api/use-session';
import { contentOf, type DraftForm, EMPTY_FORM } from '../form/draft-form';
import { AT_NEXT_STEP } from '../approval/use-focus-on-next';
import { likelySignatories } from '../fields/posts/signatories';
import { beginFrom, changedWith, fitsTemplate } from '../templates/begin-from';
import { fromAttachedLetter, fromReceipt, fromUnanswered } from './reply';
import { TAKEN_PARTS, takeOver, type TakenOver, type TakenPart, typedParts } from '../form/taking-over';

interface NewDraft {
  form: DraftForm;
  receiptId: string | null;
  /** From which it begins. */
  template: DraftTemplate | null;
  /** What was typed of the parts that are taken over from another letter. */
  typed: readonly TakenPart[];
  /** What was taken over last. */
  taken: TakenOver | null;
}

/**
 * A letter that has not been put on the file yet. It is kept in this browser until then; the letter under consideration
 * is answered unless another is chosen.
 * @param letters those that can be answered; null until they have come.
 * @param asked the receipt that the address names, or the letter of which a reminder is to be drafted
 */
export function useNewDraft(
  file: Named<FileView>,
  letters: readonly Named<AttachedLetter>[] | null,
  { asked, reminder }: { asked: string | undefined; reminder: string | undefined },
) {
  const { t } = useTranslations('outward');
  const only = useOnlyLanguage();
  const refuse = useRefusal();
  const navigate = useNavigate();
  const command = useCommand('createDraft');
  const copy = useMemo(
    () => new LocalCopy<NewDraft>(`patravali.new-draft.${actingPostId() ?? ''}.${file.id}`),
    [file.id],
  );
  const [kept] = useState(() => copy.read()?.content ?? null);
  const [draft, setNew] = useState<NewDraft>(() => ({
    // What was kept by an older page has fewer fields.
    form: { ...EMPTY_FORM, language: only ?? EMPTY_FORM.language, ...kept?.form },
    receiptId: kept?.receiptId ?? null,
    template: kept?.template ?? null,
    typed: kept?.typed ?? [],
    taken: kept?.taken ?? null,
  }));
  const { form, receiptId, template: chosen, typed } = draft;
  /** Counts the times that a template filled the fields: each makes them anew. */
  const [shown, setShown] = useState(0);
  const [isComing, setComing] = useState(kept === null || reminder !== undefined);
  const content = contentOf(form);
  const template = chosen && fitsTemplate(form, chosen) ? chosen : null;

  const put = (next: NewDraft) => {
    setNew(next);
    copy.keep({ content: next, version: null });
  };
  const latest = useRef(0);
  /** Takes over what another letter gives, unless a third one has been chosen meanwhile. */
  const take = async (answered: string | null, ask: () => Promise<TakenOver>) => {
    const asking = ++latest.current;
    setComing(true);
    setNew((now) => ({ ...now, receiptId: answered }));
    try {
      const wanted = await ask();
      if (asking === latest.current)
        setNew((now) => {
          const form = changedWith(now.form, takeOver(now.form, wanted, now), now.template);
          return { ...now, form, taken: wanted };
        });
    } catch (error) {
      if (asking !== latest.current) return;
      setNew((now) => ({ ...now, receiptId: null }));
      refuse(error);
    } finally {
      if (asking === latest.current) setComing(false);
    }
  };
  const answer = (id: string | null) => {
    if (id !== null) {
      void take(id, () => receiptOrLetter(id, letters ?? []));
      return;
    }
    latest.current++;
    setComing(false);
    setNew((now) => ({ ...now, receiptId: null }));
  };
  const subjectOf = (language: LetterLanguage, subject: string) =>
    t(language === 'en' ? 'outward.reminderEnglish' : 'outward.reminderHindi', { subject });
  const remind = (issueId: string) =>
    void take(null, async () => fromUnanswered(await call('getIssue', { params: { issueId } }), subjectOf));
  useFirst(reminder, remind);
  // Until the letters have come it is not known which one is answered; null: none.
  const first = asked ?? (letters === null ? undefined : (letters[0]?.receiptId ?? null));
  useFirst(kept === null && reminder === undefined ? first : undefined, answer);
  useFirstSignatory(form, (signatoryPostId) => setNew((now) => ({ ...now, form: { ...now.form, signatoryPostId } })));

  const begin = (next: DraftTemplate | null) => {
    put({ ...draft, form: beginFrom(form, next, chosen), template: next });
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
    await navigate({ to: '/drafts/$draftId', params: { draftId: id }, hash: AT_NEXT_STEP, replace: true });
  };
  return {
    form,
    content,
    receiptId,
    shown,
    /** What another letter is about to fill. */
    coming: isComing ? TAKEN_PARTS.filter((part) => !typed.includes(part)) : [],
    isCreating: command.isPending,
    template,
    change: (next: DraftForm) =>
      put({
        ...draft,
        form: changedWith(form, next, chosen),
        typed: [...new Set([...typed, ...typedParts(form, next)])],
      }),
    begin,
    answer,
    create: () => void create().catch(refuse),
  };
}

/** The diary entry tells more than the file's contents do, but not everybody may read it. */
async function receiptOrLetter(receiptId: string, letters: readonly Named<AttachedLetter>[]): Promise<TakenOver> {
  try {
    return fromReceipt(await call('getReceipt', { params: { receiptId } }));
  } catch (error) {
    const letter = letters.find((one) => one.receiptId === receiptId);
    if (!letter) throw error;
    return fromAttachedLetter(letter);
  }
}

/** Does it once, as soon as it is known of what. */
function useFirst<T>(known: T | undefined, act: (known: T) => void): void {
  const isDone = useRef(false);
  useEffect(() => {
    if (known === undefined || isDone.current) return;
    isDone.current = true;
    act(known);
  }, [known, act]);
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
