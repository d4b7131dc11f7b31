import { Button } from '@mantine/core';
import { useTranslations } from '../../language/use-translations';
import { ClauseSelect } from './ClauseSelect';
import classes from './redaction.module.css';
import type { Marks } from './use-marks';

/** Each mark with its clause, in the order in which they were made. */
export function MarkList({ marks, pageInWords }: { marks: Marks; pageInWords: (page: number) => string }) {
  const { t } = useTranslations('redaction-page');
  if (marks.marks.length === 0) return <p className="soft">{t('noMarks')}</p>;
  return (
    <ul className={classes.list}>
      {marks.marks.map(({ key, page, area, clause }, index) => (
        <li key={key} className={classes.mark}>
          <span className={classes.where}>{t(area ? 'passageOn' : 'allOf', { place: pageInWords(page) })}</span>
          <ClauseSelect
            value={clause}
            onChange={(under) => marks.name(key, under)}
            label={t('clauseOf', { place: index + 1 })}
            hidesLabel
          />
          <Button
            variant="subtle"
            size="xs"
            aria-label={t('removeThat', { place: index + 1 })}
            onClick={() => marks.remove(key)}
          >
            {t('remove')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
