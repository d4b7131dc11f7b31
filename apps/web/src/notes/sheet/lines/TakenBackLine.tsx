import type { Named, TakenBack } from '@patravali/contract';
import { useTranslations } from '../../../language/use-translations';
import { Actor } from '../../../organisation/Actor';
import { Time } from '../../../ui/Time';
import classes from '../../note.module.css';

/** An agreement or a decision that its sender took back before anybody had opened it: the line stays for ever. */
export function TakenBackLine({ line }: { line: Named<TakenBack> }) {
  const { t } = useTranslations();
  return (
    <p className={classes.takenBack}>
      <strong>{t('note.takenBackUnopened')}</strong> <Actor actor={line.by} /> · <Time at={line.at} />
    </p>
  );
}
