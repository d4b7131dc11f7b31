import type { Named, Question } from '@patravali/contract';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from '../language/use-translations';
import { Actor } from '../organisation/Actor';
import { Due } from '../ui/Badges';
import { ListPage } from '../ui/list/ListPage';
import preview from '../ui/list/preview.module.css';
import { Row } from '../ui/list/Row';
import { useQuestions } from './api';

/** The questions of other desks that await an answer of this post: what is due first stands first. */
export function QuestionsPage() {
  const { t } = useTranslations('consultations');
  const navigate = useNavigate();
  const rows = useQuestions();
  const open = ({ id }: Named<Question>) =>
    void navigate({ to: '/consultations/$consultedId', params: { consultedId: id } });
  return (
    <ListPage
      title={t('question.title')}
      rows={rows}
      empty={t('none')}
      onOpen={open}
      row={({ fileNumber, subject, grading, by, dueOn }) => (
        <Row of={{ number: fileNumber, subject, grading }} about={<Actor actor={by} />} aside={<Due dueOn={dueOn} />} />
      )}
      preview={(question) => (
        <>
          <div className={preview.moves}>
            <Button onClick={() => open(question)}>{t('read')}</Button>
          </div>
          <section className={`card ${preview.note ?? ''}`}>
            <h2 className="eyebrow">{t('question')}</h2>
            <p className={preview.remarks}>{question.question}</p>
            <p className={preview.sign}>
              <Actor actor={question.by} />
            </p>
          </section>
        </>
      )}
    />
  );
}
