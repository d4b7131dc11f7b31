import { ActionIcon, TextInput } from '@mantine/core';
import { type ComponentProps, type ReactNode, useRef, useState } from 'react';
import { readDay } from '../language/read-day';
import { useTranslations } from '../language/use-translations';

interface Props extends Pick<ComponentProps<typeof TextInput>, 'description' | 'inputWrapperOrder' | 'onFocus'> {
  label: string;
  /** `YYYY-MM-DD`; empty; or what was typed and is no day, which no schema of the contract takes. */
  value: string;
  onChange: (day: string) => void;
  min?: string;
  max?: string;
  error?: ReactNode;
  required?: boolean;
  size?: ComponentProps<typeof TextInput>['size'];
}

/**
 * A day, typed as one writes it in India (24/11/2026, 24 Nov) or picked from the calendar; shown as `24 Nov 2026`. What
 * cannot be read stays in the field and in the form, so that it is asked about and never sent as no day at all.
 */
export function DayField({ label, value, onChange, min, max, error, required = false, size = 'sm', ...more }: Props) {
  const { t, day } = useTranslations();
  /** While the person types, their own letters; nothing is said of them before they leave the field or send the form. */
  const [typed, setTyped] = useState<string | null>(null);
  const calendar = useRef<HTMLInputElement>(null);
  const isDay = readDay(value) === value;
  const outside = isDay && ((min !== undefined && value < min) || (max !== undefined && value > max));
  const sentence =
    value !== '' && !isDay && typed === null
      ? t('page.dayUnread')
      : outside
        ? t(value < (min ?? '') ? 'page.dayTooEarly' : 'page.dayTooLate', { day: day(min ?? max ?? value) })
        : error;
  return (
    <TextInput
      {...more}
      label={label}
      size={size}
      value={typed ?? (isDay ? day(value) : value)}
      placeholder={t('page.dayPlaceholder')}
      error={sentence}
      required={required}
      autoComplete="off"
      data-letters="latin"
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        onChange(readDay(text) ?? text.trim());
      }}
      onBlur={() => setTyped(null)}
      // Enter sends a form from within the field: what cannot be read is said then too.
      onKeyDown={(event) => event.key === 'Enter' && setTyped(null)}
      rightSection={
        <>
          <ActionIcon
            variant="subtle"
            color="gray"
            tabIndex={-1}
            aria-label={`${label}: ${t('page.calendar')}`}
            onClick={() => calendar.current?.showPicker()}
          >
            <CalendarPicture />
          </ActionIcon>
          <input
            ref={calendar}
            type="date"
            tabIndex={-1}
            aria-hidden
            value={isDay ? value : ''}
            min={min}
            max={max}
            style={{ position: 'absolute', inset: 0, opacity: 0, pointerEvents: 'none' }}
            onChange={(event) => {
              setTyped(null);
              onChange(event.currentTarget.value);
            }}
          />
        </>
      }
    />
  );
}

function CalendarPicture() {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden fill="none" stroke="currentColor" strokeWidth="1.3">
      <rect x="1.5" y="3" width="13" height="11.5" rx="1.5" />
      <path d="M1.5 6.5h13M5 1v3.5M11 1v3.5" />
    </svg>
  );
}
