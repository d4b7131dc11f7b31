import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { FormDialog } from '../../ui/FormDialog';
import type { RegisterFilters } from '../../ui/register/range';
import { usePosts } from '../api';
import classes from './RegisterFilter.module.css';
import { PostPicker } from './PostPicker';

interface Choice {
  label: string;
  options: readonly { value: string; label: string }[];
}

interface Props {
  /** What the sender or the addressee is called here. */
  party: string;
  /** What the number of the letter is called here. */
  number: string;
  mode?: Choice;
  state: Choice;
  /** What the post on whose desk it lies is called; none where the register does not know that. */
  desk?: string;
}

/** Narrows a register by its fields: one button, and beside it what is chosen, each taken off by a press. The address remembers it. */
export function RegisterFilter(fields: Props) {
  const { party, number, mode, state, desk } = fields;
  const { t, marking } = useTranslations('registers-filter');
  const search = useSearch({ from: '/office/with-navigation/registers/$register' });
  const navigate = useNavigate({ from: '/registers/$register' });
  const { data: posts } = usePosts();
  const [opened, setOpened] = useState(false);
  const set = (change: RegisterFilters) =>
    void navigate({ search: { ...search, ...change }, params: (params) => params, replace: true });
  const labelIn = (choice: Choice | undefined, value: string | undefined) =>
    choice?.options.find((one) => one.value === value)?.label;
  const chips = [
    { name: 'party', label: party, shown: search.party },
    { name: 'numberHas', label: number, shown: search.numberHas },
    { name: 'mode', label: mode?.label, shown: labelIn(mode, search.mode) },
    { name: 'state', label: state.label, shown: labelIn(state, search.state) },
    {
      name: 'desk',
      label: desk,
      shown: search.desk && (marking(posts?.find(({ id }) => id === search.desk)) || '…'),
    },
  ] as const;
  return (
    <>
      {chips.map(
        ({ name, label, shown }) =>
          label !== undefined &&
          shown !== undefined && (
            <button
              key={name}
              type="button"
              className={classes.chip}
              aria-label={t('filter.takeOff', { filter: `${label}: ${shown}` })}
              onClick={() => set({ [name]: undefined })}
            >
              {label}: {shown}
              <span aria-hidden className="not-printed">
                {' '}
                ×
              </span>
            </button>
          ),
      )}
      <Button size="compact-sm" variant="default" className="not-printed" onClick={() => setOpened(true)}>
        {t('filter.open')}
      </Button>
      {opened && <FilterDialog {...fields} known={search} onChoose={set} onClose={() => setOpened(false)} />}
    </>
  );
}

interface DialogProps extends Props {
  known: RegisterFilters;
  onChoose: (filters: RegisterFilters) => void;
  onClose: () => void;
}

function FilterDialog({ party, number, mode, state, desk, known, onChoose, onClose }: DialogProps) {
  const { t } = useTranslations('registers-filter');
  const [filters, setFilters] = useState(known);
  const change = (changed: RegisterFilters) => setFilters((now) => ({ ...now, ...changed }));
  const textField = (name: 'party' | 'numberHas', label: string) => (
    <TextInput
      label={label}
      description={t('filter.inPart')}
      value={filters[name] ?? ''}
      maxLength={100}
      onChange={(event) => change({ [name]: event.currentTarget.value || undefined })}
    />
  );
  const choiceField = (name: 'mode' | 'state', { label, options }: Choice) => (
    <NativeSelect
      label={label}
      value={filters[name] ?? ''}
      data={[{ value: '', label: t('filter.any') }, ...options]}
      onChange={(event) => change({ [name]: event.currentTarget.value || undefined })}
    />
  );
  return (
    <FormDialog
      title={t('filter.title')}
      act={t('filter.show')}
      onSubmit={() => {
        onChoose({
          ...filters,
          party: wordsOf(filters.party),
          numberHas: wordsOf(filters.numberHas),
        });
        onClose();
      }}
      onClose={onClose}
    >
      {textField('party', party)}
      {textField('numberHas', number)}
      {mode && choiceField('mode', mode)}
      {choiceField('state', state)}
      {desk !== undefined && (
        <PostPicker withOwn label={desk} value={filters.desk ?? null} onChange={(id) => change({ desk: id })} />
      )}
    </FormDialog>
  );
}

/** Nothing was typed, or only spaces: then nothing is asked for. */
function wordsOf(typed: string | undefined): string | undefined {
  const words = typed?.trim();
  return words === '' ? undefined : words;
}
