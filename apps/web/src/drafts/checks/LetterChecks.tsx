import { blanksOf, checkLetter, type DraftContent } from '@patravali/contract';
import classes from '../draft.module.css';
import { useCheckWords } from './use-check-words';
import { useLetterFacts } from './use-letter-facts';

interface LetterChecksProps {
  letter: DraftContent;
  /** The letter that is answered, if any. */
  receiptId: string | null;
  /** What stands in braces will be filled in when the draft begins. */
  beforeFilling?: boolean;
}

/** What the manual has against the letter, and where it says so. Nothing of it keeps the letter from being sent. */
export function LetterChecks({ letter, receiptId, beforeFilling = false }: LetterChecksProps) {
  const say = useCheckWords();
  const facts = useLetterFacts(receiptId);
  if (!facts) return null;
  const warnings = checkLetter(letter, facts);
  const blanks = beforeFilling ? [] : blanksOf(letter);
  return (
    <section className={classes.checks} aria-label={say('letterCheck.title')}>
      {warnings.length === 0 && blanks.length === 0 ? (
        <p className="soft">{say('letterCheck.none')}</p>
      ) : (
        <>
          <strong>{say('letterCheck.title')}</strong>
          <ul>
            {blanks.length > 0 && (
              <li>
                <span>{say('letterCheck.blanks', { fields: blanks.join(', ') })}</span>
                <cite>{say('letterCheck.cited.template')}</cite>
              </li>
            )}
            {warnings.map(({ check, source, paragraph }) => (
              <li key={check}>
                <span>{say(`letterCheck.${check}`)}</span>
                <cite>{say(`letterCheck.cited.${source}`, { paragraph })}</cite>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
