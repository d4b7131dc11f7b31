import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { usePosts } from '../../organisation/api';
import { PostPicker } from '../../organisation/picker/PostPicker';
import { FormDialog } from '../../ui/FormDialog';
import type { InboxFilters } from '../api';

interface SenderFilterProps {
  onChoose: (filters: InboxFilters) => void;
  onClose: () => void;
}

/** From which post, or from which unit. */
export function SenderFilter({ onChoose, onClose }: SenderFilterProps) {
  const { t, translate } = useTranslations('desk-filter');
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
