import type { CaseCategory, Named, PostView } from '@patravali/contract';
import { today } from '../../language/dates';
import { useTranslations } from '../../language/use-translations';
import { Pill } from '../../ui/Badges';
import { DialogButton } from '../../ui/DialogButton';
import rows from '../../ui/page/rows-page.module.css';
import classes from './categories.module.css';
import { CategoryDialog } from './CategoryDialog';
import { inForceOn } from './category-values';

interface CategoryRowProps {
  category: Named<CaseCategory>;
  posts: readonly PostView[];
  mayChange: boolean;
}

/** A kind of case with the powers over it, the earliest first. */
export function CategoryRow({ category, posts, mayChange }: CategoryRowProps) {
  const { t, translate } = useTranslations('channel');
  const { code, name, unit, powers } = category;
  const inForce = inForceOn(today(), powers);
  return (
    <li className={rows.row}>
      <div className={rows.words}>
        <strong>{translate(name)}</strong> <span className="mono">{code}</span>{' '}
        <span className="soft small">{unit ? translate(unit.name) : t('categories.wholeOffice')}</span>
        {!inForce && <p>{t('channel.noPower')}</p>}
        <ul className={classes.powers}>
          {powers.map((power) => (
            <PowerLine key={power.fromOn} power={power} isInForce={power === inForce} />
          ))}
        </ul>
      </div>
      {mayChange && (
        <DialogButton
          label={t('categories.change')}
          aria-label={`${t('categories.change')}: ${translate(name)}`}
          variant="subtle"
          size="xs"
          dialog={(close) => <CategoryDialog category={category} posts={posts} onClose={close} />}
        />
      )}
    </li>
  );
}

function PowerLine({ power, isInForce }: { power: Named<CaseCategory>['powers'][number]; isInForce: boolean }) {
  const { t, day, number, marking } = useTranslations('channel');
  const { fromOn, levels, finalPost, reason } = power;
  const final = marking(finalPost) || t('ladder.level', { place: number(levels.at(-1) ?? 0) });
  return (
    <li className={isInForce ? undefined : 'soft'}>
      <p>
        {isInForce && (
          <>
            <Pill kind="accent">{t('categories.inForce')}</Pill>{' '}
          </>
        )}
        {t('categories.power', { day: day(fromOn), levels: levels.map(number).join(' → '), post: final })}
      </p>
      {reason !== null && <p>{t('channel.reason', { reason })}</p>}
    </li>
  );
}
