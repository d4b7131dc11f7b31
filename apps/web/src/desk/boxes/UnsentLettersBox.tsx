import type { Named, StuckLetter } from '@patravali/contract';
import { useNavigate } from '@tanstack/react-router';
import { useList } from '../../api/lists/use-list';
import { UnsentLetterPreview } from '../../dispatch/recipients/UnsentLetterPreview';
import { useTranslations } from '../../language/use-translations';
import { ListPage } from '../../ui/list/ListPage';
import { Row } from '../../ui/list/Row';
import { Time } from '../../ui/Time';

/** Letters that do not get on, each with why and with the ways out. */
export function UnsentLettersBox() {
  const { t } = useTranslations('outward');
  const navigate = useNavigate();
  const open = ({ issueId, draftId, reason }: Named<StuckLetter>) => {
    if (reason !== 'not_made' && reason !== 'not_stamped')
      void navigate({ to: '/issues/$issueId', params: { issueId } });
    else if (draftId !== null) void navigate({ to: '/drafts/$draftId', params: { draftId } });
  };
  return (
    <ListPage
      title={t('desk.box.stuck')}
      rows={useList('listStuckLetters', { query: {} })}
      empty={t('outward.nothingStuck')}
      onOpen={open}
      row={(letter) => (
        <Row
          of={letter}
          about={letter.name}
          aside={
            <>
              <Time at={letter.since} form="dayShort" />
              <span>{t(`outward.stuck.${letter.reason}`)}</span>
            </>
          }
        />
      )}
      preview={(letter) => <UnsentLetterPreview key={letter.id} letter={letter} onOpen={() => open(letter)} />}
    />
  );
}
