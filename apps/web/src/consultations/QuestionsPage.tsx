import type { Named, Question } from '@patravali/contract';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from '../language/use-translations';
import { ListPage } from '../ui/list/ListPage';
import { useQuestions } from './api';
import { QuestionPreview, QuestionRow } from './QuestionRow';

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
      row={(question) => <QuestionRow question={question} />}
      preview={(question) => <QuestionPreview question={question} onOpen={() => open(question)} />}
    />
  );
}
