import { Group, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isDayRange } from '../language/read-day';
import { useTranslations } from '../language/use-translations';
import { useNumberHeads, usePosts } from '../organisation/api';
import { useCaseCategories } from '../organisation/channel/api';
import { PostPicker } from '../organisation/picker/PostPicker';
import { DayRange } from '../ui/DayRange';
import { FormDialog } from '../ui/FormDialog';
import type { FileFilters } from './filters';

const MOST_DAYS = 9999;

interface FilterDialogProps {
  filters: FileFilters;
  onChoose: (filters: FileFilters) => void;
  onClose: () => void;
}

/** By what else the list is narrowed: unit, series, kind, days, desk. */
export function FilterDialog({ filters, onChoose, onClose }: FilterDialogProps) {
  const { t, translate } = useTranslations('audit');
  const { data: posts = [] } = usePosts();
  const { data: heads = [] } = useNumberHeads();
  const { data: categories = [] } = useCaseCategories();
  const [unitId, setUnit] = useState(filters.unitId ?? '');
  const [headId, setHead] = useState(filters.headId ?? '');
  const [categoryId, setCategory] = useState(filters.categoryId ?? '');
  const [holderId, setHolder] = useState<string | null>(filters.holderId ?? null);
  const [openedFrom, setFrom] = useState(filters.openedFrom ?? '');
  const [openedTo, setTo] = useState(filters.openedTo ?? '');
  const [longer, setLonger] = useState(filters.longerThan === undefined ? '' : String(filters.longerThan));
  const units = new Map(posts.map((post) => [post.unitId, translate(post.unit)]));
  const longerThan = longer === '' ? undefined : Number(longer);
  const isNoNumber =
    longerThan !== undefined && !(Number.isInteger(longerThan) && longerThan >= 1 && longerThan <= MOST_DAYS);
  return (
    <FormDialog
      title={t('audit.narrow')}
      act={t('desk.show')}
      pending={false}
      incomplete={isNoNumber || !isDayRange(openedFrom, openedTo)}
      onSubmit={() => {
        onChoose({
          unitId: unitId || undefined,
          headId: headId || undefined,
          categoryId: categoryId || undefined,
          holderId: holderId ?? undefined,
          openedFrom: openedFrom || undefined,
          openedTo: openedTo || undefined,
          longerThan,
        });
        onClose();
      }}
      onClose={onClose}
    >
      <NativeSelect
        label={t('audit.unit')}
        value={unitId}
        data-autofocus
        data={[{ value: '', label: t('desk.anyUnit') }, ...byLabel([...units])]}
        onChange={(event) => setUnit(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('audit.series')}
        value={headId}
        data={[
          { value: '', label: t('audit.any') },
          ...byLabel(heads.map(({ id, series, title }) => [id, `${series} · ${translate(title)}`])),
        ]}
        onChange={(event) => setHead(event.currentTarget.value)}
      />
      {categories.length > 0 && (
        <NativeSelect
          label={t('audit.kind')}
          value={categoryId}
          data={[
            { value: '', label: t('audit.any') },
            ...byLabel(categories.map(({ id, name }) => [id, translate(name)])),
          ]}
          onChange={(event) => setCategory(event.currentTarget.value)}
        />
      )}
      <PostPicker label={t('audit.with')} value={holderId} onChange={setHolder} />
      <TextInput
        label={t('audit.longerThan')}
        type="number"
        min={1}
        max={MOST_DAYS}
        data-letters="latin"
        value={longer}
        onChange={(event) => setLonger(event.currentTarget.value)}
      />
      <Group grow align="flex-start">
        <DayRange
          labels={{ from: t('audit.openedFrom'), to: t('audit.openedTo') }}
          from={openedFrom}
          to={openedTo}
          onChange={(end, day) => (end === 'from' ? setFrom : setTo)(day)}
        />
      </Group>
    </FormDialog>
  );
}

const byLabel = (options: readonly (readonly [value: string, label: string])[]) =>
  options.map(([value, label]) => ({ value, label })).toSorted((one, other) => (one.label < other.label ? -1 : 1));
