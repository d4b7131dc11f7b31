import type { AnswerDiscussion, Discussion, Named } from '@patravali/contract';
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Kbd } from '../../keyboard/Kbd';
import { useKeys } from '../../keyboard/keys';
import { useTranslations } from '../../language/use-translations';
import { showSuccess } from '../../ui/announcements';
import preview from '../../ui/list/preview.module.css';
import { useRefusal } from '../../ui/use-refusal';
import { Answer } from '../sheet/Participants';
import { useAnswerDiscussion } from './api';
import { NotConfirmed } from './NotConfirmed';

/** The two answers, and afterwards the one that was given. */
export function AnswerActs({ discussion }: { discussion: Named<Discussion> }) {
  const { t } = useTranslations();
  const refuse = useRefusal();
  const { answer, isPending, error } = useAnswerDiscussion();
  const [doubts, setDoubts] = useState(false);
  const said = useRef<HTMLParagraphElement>(null);
  const { answered, fileNumber } = discussion;
  const sent = (body: AnswerDiscussion) =>
    answer(discussion, body).then(() => {
      setDoubts(false);
      showSuccess(t(`discussion.said.${body.answer}`, { number: fileNumber }));
    });
  const confirm = () => {
    if (!isPending) void sent({ answer: 'confirmed', remarks: null }).catch(refuse);
  };
  const keys = [
    { key: 'y', label: t('discussion.confirm'), run: confirm },
    { key: 'o', label: t('discussion.doubt'), run: () => setDoubts(true) },
  ];
  useKeys(keys, answered === null);
  // The buttons are gone: whoever pressed one of them goes on from what stands in their place.
  useEffect(() => {
    if (answered !== null && document.activeElement === document.body) said.current?.focus();
  }, [answered]);
  if (answered)
    return (
      <p ref={said} tabIndex={-1} className={preview.remarks}>
        <Answer answered={answered} />
      </p>
    );
  return (
    <div className={preview.moves}>
      <Button loading={isPending && !doubts} onClick={confirm} rightSection={<Kbd keys="y" onAccent />}>
        {t('discussion.confirm')}
      </Button>
      <Button variant="default" onClick={() => setDoubts(true)} rightSection={<Kbd keys="o" />}>
        {t('discussion.doubt')}
      </Button>
      {doubts && (
        <NotConfirmed
          pending={isPending}
          error={error}
          onAnswer={(body) => void sent(body).catch(() => undefined)}
          onClose={() => setDoubts(false)}
        />
      )}
    </div>
  );
}
