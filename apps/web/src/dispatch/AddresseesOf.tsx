import type { IssueRow, Named } from '@patravali/contract';
import { useTranslations } from '../language/use-translations';
import { Pill } from '../ui/Badges';
import classes from './dispatch.module.css';

/** To whom the letter is written, and what became of it for each; the first one while there is no letter. */
export function AddresseesOf({ issue }: { issue: Named<IssueRow> }) {
  const { t } = useTranslations('outward');
  if (issue.state !== 'issued') return issue.addressee;
  return (
    <ul className={classes.to}>
      {issue.to.map(({ name, asCopy, state, reason }, index) => (
        <li key={index}>
          {asCopy ? t('registers.copy', { name }) : name}{' '}
          <Pill kind={state === 'sent' ? 'accent' : state === 'not_to_be_sent' ? 'stamp' : 'yellow'}>
            {t(`sendingState.${state}`)}
          </Pill>
          {reason !== null && <span className="soft small"> {reason}</span>}
        </li>
      ))}
      {issue.recipients > issue.to.length && (
        <li className="soft">{t('outward.andMore', { count: issue.recipients - issue.to.length })}</li>
      )}
    </ul>
  );
}
