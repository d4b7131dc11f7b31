import type { Named, Question } from '@patravali/contract';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslations } from '../language/use-translations';
import { Actor } from '../organisation/Actor';
import { Due } from '../ui/Badges';
import { Kbd } from '../ui/keyboard/Kbd';
import preview from '../ui/list/preview.module.css';
import { Row } from '../ui/list/Row';

interface QuestionRowProps {
  question: Named<Question>;
  /** Beside the number. */
  badges?: ReactNode;
}

/** A question of another desk in a list. */
export function QuestionRow({ question, badges }: QuestionRowProps) {
  const { fileNumber, subject, grading, by, dueOn } = question;
  return (
    <Row
      of={{ number: fileNumber, subject, grading }}
      badges={badges}
      about={<Actor actor={by} />}
      aside={<Due dueOn={dueOn} />}
    />
  );
}

/** The question beside the list. */
export function QuestionPreview({ question, onOpen }: { question: Named<Question>; onOpen: () => void }) {
  const { t } = useTranslations('consultations');
  return (
    <>
      <div className={preview.moves}>
        <Button onClick={onOpen} rightSection={<Kbd keys="Enter" onAccent />}>
          {t('read')}
        </Button>
      </div>
      <section className={`card ${preview.note ?? ''}`}>
        <h2 className="eyebrow">{t('question')}</h2>
        <p className={preview.remarks}>{question.question}</p>
        <p className={preview.sign}>
          <Actor actor={question.by} />
        </p>
      </section>
    </>
  );
}
