import type { ListChecked, PersonColumn, PostColumn } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';

/** As many as one corrects before reading the list again. */
const SHOWN = 100;

/** What is wrong, row by row; or that all of it is so already. */
export function Mistakes({ checked: { items } }: { checked: ListChecked }) {
  const { t, number } = useTranslations('establishment');
  if (items.length === 0) return <p role="alert">{t('establishment.listSame')}</p>;
  const wrong = items.flatMap(({ row, refusal }) => (refusal ? [{ row, refusal }] : []));
  const said = wrong.flatMap(({ row, refusal: { detail, errors = [] } }) =>
    errors.length === 0
      ? [t('establishment.listMistakeOfRow', { row, what: detail })]
      : errors.map((error) => {
          const column = error.pointer.slice(2) as PersonColumn | PostColumn;
          return t('establishment.listMistake', {
            row,
            column: t(`establishment.column.${column}`),
            what: error.detail,
          });
        }),
  );
  return (
    <div role="alert">
      <p>{t('establishment.listWrong', { count: number(wrong.length) })}</p>
      <ul>
        {said.slice(0, SHOWN).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {said.length > SHOWN && <p>{t('establishment.listMore', { count: number(said.length - SHOWN) })}</p>}
    </div>
  );
}
