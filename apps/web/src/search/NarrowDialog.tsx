import { Group, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isDayRange } from '../language/read-day';
import { useTranslations } from '../language/use-translations';
import { usePosts } from '../organisation/api';
import { DayRange } from '../ui/DayRange';
import { FormDialog } from '../ui/FormDialog';
import type { FoundFilters } from './filters';

const LONGEST_SENDER = 100;

interface NarrowDialogProps {
  filters: FoundFilters;
  onChoose: (filters: FoundFilters) => void;
  onClose: () => void;
}

/** To what the results are narrowed: days, unit, sender. */
export function NarrowDialog({ filters, onChoose, onClose }: NarrowDialogProps) {
  const { t, translate } = useTranslations('search');
  const { data: posts = [] } = usePosts();
  const [from, setFrom] = useState(filters.from ?? '');
  const [to, setTo] = useState(filters.to ?? '');
  const [unitId, setUnit] = useState(filters.unitId ?? '');
  const [sender, setSender] = useState(filters.sender ?? '');
  const units = [...new Map(posts.map((post) => [post.unitId, translate(post.unit)]))]
    .map(([value, label]) => ({ value, label }))
    .toSorted((one, other) => (one.label < other.label ? -1 : 1));
  return (
    <FormDialog
      title={t('search.narrow')}
      act={t('desk.show')}
      pending={false}
      incomplete={!isDayRange(from, to)}
      onSubmit={() => {
        onChoose({
          from: from || undefined,
          to: to || undefined,
          unitId: unitId || undefined,
          sender: sender.trim() || undefined,
        });
        onClose();
      }}
      onClose={onClose}
    >
      <Group grow align="flex-start">
        <DayRange from={from} to={to} onChange={(end, day) => (end === 'from' ? setFrom : setTo)(day)} />
      </Group>
      <NativeSelect
        label={t('search.unit')}
        description={t('search.unitWhy')}
        value={unitId}
        data={[{ value: '', label: t('desk.anyUnit') }, ...units]}
        onChange={(event) => setUnit(event.currentTarget.value)}
      />
      <TextInput
        label={t('search.sender')}
        description={t('search.senderWhy')}
        maxLength={LONGEST_SENDER}
        value={sender}
        onChange={(event) => setSender(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
