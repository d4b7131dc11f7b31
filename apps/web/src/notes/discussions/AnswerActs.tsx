import type { AnswerDiscussion, Discussion, Named } from '@patravali/contract';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { ProblemError } from '../../api/problem-error';
import { KeyButton } from '../../ui/keyboard/KeyButton';
import { useTranslations } from '../../language/use-translations';
import { showSuccess } from '../../ui/notices/announcements';
import preview from '../../ui/list/preview.module.css';
import { useRefusal } from '../../ui/notices/use-refusal';
import { Answer } from '../sheet/Participants';
import { useAnswerDiscussion } from './api';
import { NotConfirmed } from './NotConfirmed';

/** The two answers, and afterwards the one that was given. */
export function AnswerActs({ discussion }: { discussion: Named<Discussion> }) {
  const { t } = useTranslations();
  const refuse = useRefusal();
  const { answer, isPending, error, reset } = useAnswerDiscussion();
  const [doubts, setDoubts] = useState(false);
  const said = useRef<HTMLParagraphElement>(null);
  const { answered, fileNumber } = discussion;
  const sent = (body: AnswerDiscussion) =>
    answer(discussion, body).then(() => {
      setDoubts(false);
      showSuccess(t(`discussion.said.${body.answer}`, { number: fileNumber }));
    });
  const confirm = () => void sent({ answer: 'confirmed', remarks: null }).catch(refuse);
  const doubt = () => {
    reset();
    setDoubts(true);
  };
  const deny = (body: AnswerDiscussion) =>
    void sent(body).catch((refused: unknown) => {
      // The dialog says any other refusal, and keeps the words.
      if (isAnswered(refused)) refuse(refused);
    });
  useFocusInstead(said, answered !== null);
  if (answered)
    return (
      <p ref={said} tabIndex={-1} className={preview.remarks}>
        <Answer answered={answered} />
      </p>
    );
  return (
    <div className={preview.moves}>
      <KeyButton keys="y" label={t('discussion.confirm')} loading={isPending && !doubts} onClick={confirm} />
      <KeyButton keys="o" label={t('discussion.doubt')} variant="default" onClick={doubt} />
      {doubts && <NotConfirmed pending={isPending} error={error} onAnswer={deny} onClose={() => setDoubts(false)} />}
    </div>
  );
}

/** In another window, or at once with this answer: then the acts, and the dialog, are about to go. */
const isAnswered = (error: unknown) => error instanceof ProblemError && error.problem.code === 'discussion-answered';

/** When the acts have gone, whoever pressed one of them goes on from what stands in their place. */
function useFocusInstead(place: RefObject<HTMLElement | null>, instead: boolean): void {
  const before = useRef(instead);
  useEffect(() => {
    if (instead && !before.current && document.activeElement === document.body) place.current?.focus();
    before.current = instead;
  }, [instead, place]);
}
