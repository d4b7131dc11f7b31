import type { Named, OriginalView, RedactionView } from '@patravali/contract';
import { Link } from '@tanstack/react-router';
import { useTranslations } from '../../language/use-translations';
import classes from './redaction.module.css';
import { useOriginalInWords } from './original-in-words';

interface PapersOfFileProps {
  fileId: string;
  originals: readonly OriginalView[];
  copies: readonly Named<RedactionView>[];
  /** Who wrote, or to whom: of a letter of the file, by its document. */
  parties: ReadonlyMap<string, string>;
}

/** All that came in or went out with the letters of the file: how many copies there are of each, and the way to it. */
export function PapersOfFile({ fileId, originals, copies, parties }: PapersOfFileProps) {
  const { t } = useTranslations('redaction-page');
  const inWords = useOriginalInWords();
  return (
    <nav aria-label={t('papers')}>
      <ul className={classes.list}>
        {originals.map((original) => {
          const { document, title } = original;
          const count = copies.filter(({ documentId, copy }) => documentId === document.id && copy !== null).length;
          const named = title ?? parties.get(document.id);
          return (
            <li key={document.id}>
              <Link to="/files/$fileId/rti/$documentId" params={{ fileId, documentId: document.id }}>
                {inWords(original)}
              </Link>
              {named !== undefined && <> · {named}</>}
              <div className="soft small">{count === 0 ? t('noCopies') : t('copiesOf', { count })}</div>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
