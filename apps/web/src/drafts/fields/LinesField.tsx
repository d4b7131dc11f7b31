import { Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslations } from '../../language/use-translations';

interface LinesFieldProps {
  label: string;
  lines: readonly string[];
  onChange: (lines: string[]) => void;
  /** It takes no Hindi. */
  latin?: boolean;
  /** Why a line of them does not fit. */
  error: ReactNode;
}

/** A list of which each has a line. */
export function LinesField({ label, lines, onChange, latin = false, error }: LinesFieldProps) {
  const { t } = useTranslations();
  const [typed, setTyped] = useState(lines.join('\n'));
  return (
    <Textarea
      size="xs"
      label={label}
      description={t('draft.lineEach')}
      minRows={1}
      maxRows={6}
      value={typed}
      error={error}
      {...(latin && { 'data-letters': 'latin' })}

      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(event.currentTarget.value.split('\n'));
      }}
    />
  );
}
