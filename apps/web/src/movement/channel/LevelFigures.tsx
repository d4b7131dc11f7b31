import { type LevelFigures as Figures, MOST_LEVELS } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import { TableScroller } from '../../ui/page/TableScroller';
import { useLevelFigures } from '../../organisation/channel/api';
import { RefusalLine } from '../../ui/notices/RefusalLine';
import classes from './ChannelPage.module.css';

/** How many distinct levels the files pass, of the office or of the officer's units: a figure, and of no single file. */
export function LevelFigures() {
  const { t, translate } = useTranslations('channel');
  const { data, error } = useLevelFigures(true);
  if (error) return <RefusalLine error={error} />;
  return (
    <div className={classes.figures}>
      <h2>{t('channel.figures')}</h2>
      {data && (
        <p className="soft">
          {data.units === null
            ? t('channel.figuresWhy')
            : t('channel.figuresOfUnits', { units: data.units.map(({ name }) => translate(name)).join(', ') })}
        </p>
      )}
      {data && <FigureTable figures={data} />}
    </div>
  );
}

function FigureTable({ figures }: { figures: Figures }) {
  const { t, number } = useTranslations('channel');
  const levels = [
    ...new Set([figures.closed, figures.moved].flatMap(({ distribution }) => distribution.map((one) => one.levels))),
  ];
  levels.sort((a, b) => a - b);
  return (
    <TableScroller label={t('channel.figures')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('channel.filesOfYear')}</th>
            <th scope="col">{t('channel.files')}</th>
            <th scope="col">{t('channel.mean')}</th>
            {levels.map((level) => (
              <th key={level} scope="col" className={level > MOST_LEVELS ? classes.tooMany : undefined}>
                {t('channel.levelsPassed', { place: number(level) })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(['closed', 'moved'] as const).map((of) => (
            <tr key={of}>
              <th scope="row">{t(`channel.${of}`)}</th>
              <td>{number(figures[of].files)}</td>
              <td>{figures[of].mean === null ? '—' : number(figures[of].mean)}</td>
              {levels.map((level) => (
                <td key={level}>{number(figures[of].distribution.find((one) => one.levels === level)?.files ?? 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroller>
  );
}
