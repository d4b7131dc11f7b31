import { Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslations } from '../../language/use-translations';

interface EnclosureFieldsProps {
  enclosures: readonly string[];
  onChange: (enclosures: string[]) => void;
  readOnly: boolean;
  /** Why a line of them does not fit. */
  error: ReactNode;
}

/** The enclosures, a line each. */
export function EnclosureFields({ enclosures, onChange, readOnly, error }: EnclosureFieldsProps) {
  const { t } = useTranslations();
  const [lines, setLines] = useState(enclosures.join('\n'));
  return (
    <Textarea
      size="xs"
      label={t('draft.enclosures')}
      description={t('draft.lineEach')}
      autosize
      minRows={1}
      maxRows={6}
      value={lines}
      error={error}
      readOnly={readOnly}
      onChange={(event) => {
        setLines(event.currentTarget.value);
        onChange(event.currentTarget.value.split('\n'));
      }}
    />
  );
}
