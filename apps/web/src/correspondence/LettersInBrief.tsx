import { correspondencePages } from '@messages/correspondence-pages';
import { isAttached } from '@patravali/contract';
import { Link } from '@tanstack/react-router';
import { useCorrespondence } from './api';
import { useTranslations } from '../language/use-translations';
import { FlagBadge } from '../ui/Badges';
import classes from '../ui/list/preview.module.css';

const SHOWN = 4;

/** What is under consideration first, then the latest letters; each leads to its page on the file. */
export function LettersInBrief({ fileId }: { fileId: string }) {
  const { t, dayShort } = useTranslations();
  const items = useCorrespondence(fileId).items.filter(isAttached);
  if (items.length === 0) return null;
  const flagged = items.filter((letter) => letter.flag !== null);
  const rest = items.filter((letter) => letter.flag === null).reverse();
  const shown = [...flagged, ...rest].slice(0, SHOWN);
  return (
    <section className="card">
      <h2 className="eyebrow">{t('desk.correspondence', { n: items.length })}</h2>
      <ul className={classes.letters}>
        {shown.map((letter) => (
          <li key={letter.id}>
            <Link
              to="/files/$fileId"
              params={{ fileId }}
              search={{ page: letter.firstPage }}
              className={`mono ${classes.reference ?? ''}`}
            >
              {correspondencePages(letter)}
            </Link>
            <span>
              {letter.party}
              <span className="soft">
                {letter.letterNumber !== null && ` · ${letter.letterNumber}`}
                {letter.letterDate !== null && ` · ${dayShort(letter.letterDate)}`}
              </span>
            </span>
            {letter.flag && <FlagBadge flag={letter.flag} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
