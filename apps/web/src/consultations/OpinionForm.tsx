import {
  EMPTY_TEXT,
  isEmptyText,
  type Named,
  type QuestionView,
  ReturnConsultation,
  type StructuredText,
} from '@patravali/contract';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { EditorContent } from '@tiptap/react';
import { useState } from 'react';
import { useTranslations } from '../language/use-translations';
import { useCommand } from '../api/use-command';
import { actingPostId } from '../api/session/acting-post';
import { DialogButton } from '../ui/DialogButton';
import { Kbd } from '../ui/keyboard/Kbd';
import { useKeys } from '../ui/keyboard/keys';
import { LocalCopy } from '../notes/autosave/local-copy';
import { useTextEditor } from '../notes/writing/use-text-editor';
import { WritingBar } from '../notes/writing/WritingBar';
import notes from '../notes/note.module.css';
import { showRefusal, showSuccess } from '../ui/notices/announcements';
import { lazyPart } from '../ui/page/lazy-part';
import { ReasonDialog } from '../ui/ReasonDialog';
import { useRefusal } from '../ui/notices/use-refusal';
import classes from './consultations.module.css';

const SignOpinionDialog = lazyPart(() => import('./SignOpinionDialog').then((part) => part.SignOpinionDialog));

/** Of the file nothing is known here but its copy: letters such as C/1 stay what they are. */
const NOTHING_TO_REFER_TO = { pages: 0, notes: [], drafts: [] };

/** The opinion, kept in this browser until it is given; and the way to say that it is not for this post. */
export function OpinionForm({ question }: { question: Named<QuestionView> }) {
  const { t } = useTranslations('consultations');
  const refuse = useRefusal();
  const navigate = useNavigate();
  const answer = useCommand('answerConsultation');
  const [signing, setSigning] = useState(false);
  const { text, setText, drop } = useKeptText(question.id);
  const editor = useTextEditor({
    text,
    onChange: setText,
    label: t('opinion'),
    placeholder: t('opinionPlaceholder'),
    referable: NOTHING_TO_REFER_TO,
  });
  const done = (sentence: string) => {
    drop();
    showSuccess(sentence);
    void navigate({ to: '/desk/questions' });
  };
  const isCopyThere = question.snapshot === 'ready';
  const given = ({ note }: { note: number }) => done(t('given', { number: question.fileNumber, note }));
  const give = () => {
    if (answer.isPending || isEmptyText(text)) return;
    if (!isCopyThere) {
      showRefusal(t('afterTheCopy'), true);
      return;
    }
    if (question.signedNotes) {
      setSigning(true);
      return;
    }
    answer.mutateAsync({ params: { consultedId: question.id }, body: { text } }).then(given, refuse);
  };
  useKeys([
    { key: 'n', label: t('opinion'), run: () => editor.commands.focus('end') },
    { key: 'ctrl+Enter', label: t(question.signedNotes ? 'signAndGive' : 'give'), run: give, whileTyping: true },
  ]);
  return (
    <>
      <section className={notes.yellow} aria-label={t('opinion')}>
        <div className={notes.writing}>
          <EditorContent editor={editor} />
        </div>
        <div className={notes.composerFoot}>
          <WritingBar editor={editor} writes="opinion" />
        </div>
      </section>
      <p className="soft small">{t(isCopyThere ? 'final' : 'afterTheCopy')}</p>
      <div className={classes.acts}>
        <Button
          loading={answer.isPending}
          disabled={isEmptyText(text) || !isCopyThere}
          onClick={give}
          rightSection={<Kbd keys="ctrl+Enter" onAccent />}
        >
          {t(question.signedNotes ? 'signAndGive' : 'give')}
        </Button>
        <DialogButton
          label={t('notOurs')}
          variant="default"
          dialog={(close) => (
            <Returning
              question={question}
              onDone={() => done(t('returned', { number: question.fileNumber }))}
              onClose={close}
            />
          )}
        />
      </div>
      {signing && (
        <SignOpinionDialog consultedId={question.id} text={text} onGiven={given} onClose={() => setSigning(false)} />
      )}
    </>
  );
}

interface ReturningProps {
  question: Named<QuestionView>;
  onDone: () => void;
  onClose: () => void;
}

function Returning({ question, onDone, onClose }: ReturningProps) {
  const { t } = useTranslations('consultations');
  const { mutateAsync } = useCommand('returnConsultation');
  const act = (reason: string) => mutateAsync({ params: { consultedId: question.id }, body: { reason } }).then(onDone);
  return (
    <ReasonDialog title={t('notOurs')} schema={ReturnConsultation} onAct={act} onClose={onClose}>
      {t('notOursWhy')}
    </ReasonDialog>
  );
}

/** What was written for this question from this post, in this browser. */
function useKeptText(consultedId: string) {
  const [copy] = useState(
    () => new LocalCopy<StructuredText>(`patravali.opinion.${actingPostId() ?? ''}.${consultedId}`),
  );
  const [text, setText] = useState<StructuredText>(() => copy.read()?.content ?? EMPTY_TEXT);
  const keep = (content: StructuredText) => {
    setText(content);
    copy.keep({ content, version: null });
  };
  return { text, setText: keep, drop: () => copy.drop() };
}
