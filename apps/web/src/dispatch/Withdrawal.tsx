import type { Named, Withdrawn } from '@patravali/contract';
import { Link } from '@tanstack/react-router';
import { useTranslations } from '../language/use-translations';
import { Pill } from '../ui/Badges';
import { Time } from '../ui/Time';

interface WithdrawalProps {
  withdrawn: Named<Withdrawn>;
  /** Lead to the later letter; in a list the row leads elsewhere. */
  linked?: boolean;
}

/** That a letter no longer holds: by whom, since when and why, and which letter has taken its place. */
export function Withdrawal({ withdrawn: { kind, reason, by, at, later }, linked = false }: WithdrawalProps) {
  const { t, marking } = useTranslations('withdrawing');
  return (
    <div>
      <Pill kind="stamp">{t(`withdrawalKind.${kind}`)}</Pill>
      <div className="soft small">
        {reason} · {marking(by.post)}, <Time at={at} />
      </div>
      {later && (
        <div className="small">
          {t('withdrawing.supersededBy')}{' '}
          {linked ? (
            <Link to="/issues/$issueId" params={{ issueId: later.id }} className="mono">
              {later.number}
            </Link>
          ) : (
            <span className="mono">{later.number}</span>
          )}
        </div>
      )}
    </div>
  );
}
