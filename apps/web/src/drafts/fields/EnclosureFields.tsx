import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from '../../language/use-translations';

interface EnclosureFieldsProps {
  enclosures: readonly string[];
  onChange: (enclosures: string[]) => void;
  readOnly: boolean;
}

/** The enclosures, a line each. */
export function EnclosureFields({ enclosures, onChange, readOnly }: EnclosureFieldsProps) {
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
      readOnly={readOnly}
      onChange={(event) => {
        setLines(event.currentTarget.value);
        onChange(event.currentTarget.value.split('\n'));
      }}
    />
  );
}
