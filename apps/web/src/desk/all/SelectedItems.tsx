import type { DeskItem, Named } from '@patravali/contract';
import { Button } from '@mantine/core';
import { SelectedFiles } from '../../bulk/SelectedFiles';
import bulk from '../../bulk/bulk.module.css';
import { type Translations, useTranslations } from '../../language/use-translations';
import type { Selection } from '../../ui/list/selection';
import { SelectedReceipts } from '../receipts/SelectedReceipts';

/** What of the desk is selected. Files are acted on together, and receipts; what the acts do not touch is said beside them. */
export function SelectedItems({ selection }: { selection: Selection<Named<DeskItem>> }) {
  const { t, diaryNumber } = useTranslations('bulk');
  const files = selection.items.flatMap(({ file }) => file ?? []);
  const receipts = selection.items.flatMap(({ receipt }) => receipt ?? []);
  const acted = files.length > 0 ? files : receipts;
  const untouched = selection.items.filter(({ id }) => !acted.some((one) => one.id === id));
  /** The same for some of them; the others stay selected. */
  const among = <Item extends { id: string }>(items: readonly Item[]): Selection<Item> => ({
    ...selection,
    items,
    set: (ids) => selection.set([...ids, ...untouched.map(({ id }) => id)]),
  });
  return (
    <>
      {files.length > 0 && <SelectedFiles selection={among(files)} />}
      {files.length === 0 && receipts.length > 0 && <SelectedReceipts selection={among(receipts)} />}
      {untouched.length > 0 && (
        <section className="card">
          <h3 className="eyebrow">
            <span role="status">{t('bulk.untouched', { count: untouched.length })}</span>
          </h3>
          <ul className={bulk.files}>
            {untouched.map((item) => (
              <li key={item.id}>
                <span className="mono">{numberOf(item, diaryNumber)}</span>
              </li>
            ))}
          </ul>
          <Button variant="subtle" onClick={() => selection.set(acted.map(({ id }) => id))}>
            {t('bulk.withoutThese')}
          </Button>
        </section>
      )}
    </>
  );
}

function numberOf(
  { file, receipt, copy, letter, question, discussion }: Named<DeskItem>,
  diaryNumber: Translations['diaryNumber'],
): string | undefined {
  const diarised = receipt ?? copy;
  return (file ?? letter)?.number ?? (diarised ? diaryNumber(diarised) : (question ?? discussion)?.fileNumber);
}
