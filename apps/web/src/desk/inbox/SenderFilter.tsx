import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useActing } from '../../api/use-session';
import { useTranslations } from '../../language/use-translations';
import { usePosts } from '../../organisation/api';
import { PostPicker } from '../../organisation/picker/PostPicker';
import { FormDialog } from '../../ui/FormDialog';
import classes from '../../ui/list/list-page.module.css';
import type { InboxFilters } from '../api';

interface SenderFilterProps {
  onChoose: (filters: InboxFilters) => void;
  onClose: () => void;
}

/** From which post, or from which unit. */
export function SenderFilter({ onChoose, onClose }: SenderFilterProps) {
  const { t, translate } = useTranslations();
  const { data: posts } = usePosts();
  const [from, setFrom] = useState<string | null>(null);
  const [fromUnit, setUnit] = useState('');
  const units = new Map((posts ?? []).map(({ unitId, unit }) => [unitId, translate(unit)]));
  return (
    <FormDialog
      title={t('desk.fromTitle')}
      act={t('desk.show')}
      pending={false}
      incomplete={from === null && fromUnit === ''}
      onSubmit={() => {
        onChoose(from === null ? { fromUnit, from: undefined } : { from, fromUnit: undefined });
        onClose();
      }}
      onClose={onClose}
    >
      <PostPicker label={t('desk.fromPost')} value={from} onChange={setFrom} autoFocus />
      <NativeSelect
        label={t('desk.fromUnit')}
        value={fromUnit}
        disabled={from !== null}
        data={[
          { value: '', label: t('desk.anyUnit') },
          ...[...units]
            .map(([value, label]) => ({ value, label }))
            .sort((one, other) => (one.label < other.label ? -1 : 1)),
        ]}
        onChange={(event) => setUnit(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

/** Whose files are shown; a press shows those of everybody again. */
export function SenderChip({ filters, onClear }: { filters: InboxFilters; onClear: () => void }) {
  const { t, translate } = useTranslations();
  const { post: own } = useActing();
  const { data: posts } = usePosts();
  const sender = posts?.find(({ id }) => id === filters.from);
  const unit = posts?.find(({ unitId }) => unitId === filters.fromUnit)?.unit;
  const name = filters.from === own.id ? t('desk.openedHere') : (sender?.marking ?? (unit && translate(unit)));
  return (
    <button type="button" className={classes.chip} aria-pressed onClick={onClear}>
      {t('desk.from')}: {name ?? '…'} <span aria-hidden>×</span>
    </button>
  );
}
