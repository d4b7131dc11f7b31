import { CloseButton, Group, NativeSelect, TextInput } from '@mantine/core';
import { FILTERS_OF_KIND, type SearchFilter, SOUGHT_STATES } from '@patravali/contract';
import { useState } from 'react';
import { isDayRange } from '../../language/read-day';
import { useTranslations } from '../../language/use-translations';
import { usePosts } from '../../organisation/api';
import { PostPicker } from '../../organisation/picker/PostPicker';
import { DayRange } from '../../ui/DayRange';
import { FormDialog } from '../../ui/FormDialog';
import type { Kind } from './kinds';
import type { FoundFilters } from './filters';

const LONGEST_SENDER = 100;

interface NarrowDialogProps {
  /** Of which kind the results are; all of them together otherwise. */
  kind: Kind | undefined;
  filters: FoundFilters;
  onChoose: (filters: FoundFilters) => void;
  onClose: () => void;
}

/** To what the results are narrowed, of what their kind has. */
export function NarrowDialog({ kind, filters, onChoose, onClose }: NarrowDialogProps) {
  const { t, translate } = useTranslations('search');
  const { data: posts = [] } = usePosts();
  const [from, setFrom] = useState(filters.from ?? '');
  const [to, setTo] = useState(filters.to ?? '');
  const [unitId, setUnit] = useState(filters.unitId ?? '');
  const [holderId, setHolder] = useState(filters.holderId ?? null);
  const [state, setState] = useState(filters.state);
  const [sender, setSender] = useState(filters.sender ?? '');
  const units = [...new Map(posts.map((post) => [post.unitId, translate(post.unit)]))]
    .map(([value, label]) => ({ value, label }))
    .toSorted((one, other) => (one.label < other.label ? -1 : 1));
  const has = (filter: SearchFilter) => kind === undefined || FILTERS_OF_KIND[kind].includes(filter);
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
          holderId: holderId ?? undefined,
          state,
          sender: sender.trim() || undefined,
        });
        onClose();
      }}
      onClose={onClose}
    >
      {has('days') && (
        <Group grow align="flex-start">
          <DayRange from={from} to={to} onChange={(end, day) => (end === 'from' ? setFrom : setTo)(day)} />
        </Group>
      )}
      <NativeSelect
        label={t('search.unit')}
        description={t('search.unitWhy')}
        value={unitId}
        data={[{ value: '', label: t('desk.anyUnit') }, ...units]}
        onChange={(event) => setUnit(event.currentTarget.value)}
      />
      {has('holder') && (
        <Group align="flex-end" gap="xs" wrap="nowrap">
          <div style={{ flexGrow: 1 }}>
            <PostPicker
              label={t('search.with')}
              description={t('search.withWhy')}
              withOwn
              value={holderId}
              onChange={setHolder}
            />
          </div>
          {holderId !== null && <CloseButton aria-label={t('search.withAny')} onClick={() => setHolder(null)} />}
        </Group>
      )}
      {has('state') && (
        <NativeSelect
          label={t('search.state')}
          description={t('search.stateWhy')}
          value={state ?? ''}
          data={[
            { value: '', label: t('desk.anyState') },
            ...SOUGHT_STATES.map((value) => ({
              value,
              label: value === 'open' ? t('search.openOf') : t(`fileState.${value}`),
            })),
          ]}
          onChange={({ currentTarget }) => setState(SOUGHT_STATES.find((one) => one === currentTarget.value))}
        />
      )}
      {has('sender') && (
        <TextInput
          label={t('search.sender')}
          description={t('search.senderWhy')}
          maxLength={LONGEST_SENDER}
          value={sender}
          onChange={(event) => setSender(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  );
}
