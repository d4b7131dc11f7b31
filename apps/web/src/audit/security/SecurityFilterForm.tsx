import { Autocomplete, Button, NativeSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { SECURITY_EVENT_KINDS } from '@patravali/contract';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { usePeople } from '../../establishment/api';
import { isDayRange } from '../../language/read-day';
import { useTranslations } from '../../language/use-translations';
import { DayRange } from '../../ui/DayRange';
import classes from '../EventsPage.module.css';
import type { SecurityFilters } from '../filters';

const TYPING_PAUSE_MS = 150;

/** By person, by what happened, by days; `children`: what else can be done with what is found. */
export function SecurityFilterForm({ filters, children }: { filters: SecurityFilters; children: ReactNode }) {
  const { t } = useTranslations('security-events');
  const navigate = useNavigate({ from: '/security-events' });
  const [asked, setAsked] = useState<SecurityFilters>(filters);
  const set = (change: SecurityFilters) => setAsked((known) => ({ ...known, ...change }));
  const { from = '', to = '' } = asked;
  const isNarrowed = Object.values(filters).some((value) => value !== undefined);
  return (
    <form
      className={`${classes.asked ?? ''} card not-printed`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isDayRange(from, to)) void navigate({ search: asked });
      }}
    >
      <PersonField value={asked.username ?? ''} onChange={(username) => set({ username: username || undefined })} />
      <NativeSelect
        label={t('securityLog.what')}
        value={asked.kind ?? ''}
        data={[
          { value: '', label: t('securityLog.any') },
          ...SECURITY_EVENT_KINDS.map((kind) => ({ value: kind, label: t(`securityEvent.${kind}`) })),
        ]}
        onChange={(event) => set({ kind: event.currentTarget.value || undefined })}
      />
      <DayRange from={from} to={to} onChange={(end, day) => set({ [end]: day || undefined })} />
      <div className={classes.acts} data-row>
        <Button type="submit">{t('securityLog.search')}</Button>
        {isNarrowed && (
          <Button variant="default" onClick={() => void navigate({ search: {} })}>
            {t('securityLog.forget')}
          </Button>
        )}
        {children}
      </div>
    </form>
  );
}

/** People are offered by name; a user name that is nobody's may have been tried as well, and can be typed. */
function PersonField({ value, onChange }: { value: string; onChange: (username: string) => void }) {
  const { t, translate } = useTranslations('security-events');
  const [q] = useDebouncedValue(value.trim(), TYPING_PAUSE_MS);
  const { items } = usePeople(q, false);
  const nameOf = (username: string) => items.find((person) => person.username === username)?.name;
  return (
    <Autocomplete
      label={t('securityLog.username')}
      placeholder={t('securityLog.findPerson')}
      value={value}
      data={items.map(({ username }) => username)}
      filter={({ options }) => options}
      renderOption={({ option }) => {
        const name = nameOf(option.value);
        return (
          <span>
            {name && translate(name)} <span className="mono soft small">{option.value}</span>
          </span>
        );
      }}
      onChange={onChange}
    />
  );
}
