import { type Discussion, type Named, plainText } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import { Pill } from '../../ui/Badges';
import { Row } from '../../ui/list/Row';
import { Time } from '../../ui/Time';

/** As much of a text as a row may show. */
const OPENING = 160;

/** A discussion in the list: of which file, how it begins, who noted it, and what was answered. */
export function DiscussionRow({ discussion }: { discussion: Named<Discussion> }) {
  const { translate, marking } = useTranslations();
  const { fileNumber, text, author, frozenAt } = discussion;
  return (
    <Row
      of={{ number: fileNumber, subject: plainText(text).slice(0, OPENING) }}
      badges={<AnswerPill discussion={discussion} />}
      about={`${translate(author.name)} · ${marking(author.post)}`}
      aside={<Time at={frozenAt} form="dayShort" />}
    />
  );
}

function AnswerPill({ discussion: { answered } }: { discussion: Named<Discussion> }) {
  const { t } = useTranslations();
  if (!answered) return <Pill kind="yellow">{t('discussion.awaited')}</Pill>;
  const { answer } = answered;
  return <Pill kind={answer === 'confirmed' ? 'accent' : 'stamp'}>{t(`discussionAnswer.${answer}`)}</Pill>;
}
