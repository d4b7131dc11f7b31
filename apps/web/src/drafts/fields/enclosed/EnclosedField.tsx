import { type EnclosedDocument, MOST_ENCLOSED } from '@patravali/contract';
import { Button, CloseButton, TextInput } from '@mantine/core';
import type { FormErrors } from '@mantine/form';
import { useState } from 'react';
import { useTranslations } from '../../../language/use-translations';
import { OpenEnclosure } from '../../../documents/enclosures/EnclosedDocuments';
import enclosures from '../../../documents/enclosures/enclosures.module.css';
import { useKeys } from '../../../ui/keyboard/keys';
import { Kbd } from '../../../ui/keyboard/Kbd';
import { lazyPart } from '../../../ui/page/lazy-part';
import classes from '../../draft.module.css';

const ChooseEnclosure = lazyPart(() => import('./ChooseEnclosure').then((dialog) => dialog.ChooseEnclosure));

interface EnclosedFieldProps {
  fileId: string;
  enclosed: readonly EnclosedDocument[];
  onChange: (enclosed: EnclosedDocument[]) => void;
  errors: FormErrors;
}

/** Documents of the file and of the template that go with the letter, under the titles that the writer gives them. */
export function EnclosedField({ fileId, enclosed, onChange, errors }: EnclosedFieldProps) {
  const { t } = useTranslations('enclosures');
  const [isChoosing, setChoosing] = useState(false);
  const mayChoose = enclosed.length < MOST_ENCLOSED.documents;
  const choose = () => setChoosing(true);
  useKeys([{ key: 'alt+i', label: t('enclosure.choose'), run: choose, whileTyping: true }], mayChoose);
  const rename = (at: number, title: string) =>
    onChange(enclosed.map((one, index) => (index === at ? { ...one, title } : one)));
  return (
    <fieldset className={classes.group}>
      <legend>{t('enclosure.fromFile')}</legend>
      <ol className={enclosures.enclosed}>
        {enclosed.map((document, index) => (
          <li key={document.documentId}>
            <TextInput
              size="xs"
              aria-label={t('enclosure.title', { place: String(index + 1) })}
              value={document.title}
              error={errors[`enclosedDocuments.${index}.title`]}

              onChange={({ currentTarget }) => rename(index, currentTarget.value)}
            />
            <span className="soft small">{t('enclosure.pages', { pages: document.pages })}</span>
            <OpenEnclosure document={document}>{t('enclosure.show')}</OpenEnclosure>
            <CloseButton
              size="sm"
              aria-label={t('enclosure.remove', { title: document.title })}
              onClick={() => onChange(enclosed.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ol>
      {mayChoose && (
        <Button variant="subtle" size="compact-xs" onClick={choose} rightSection={<Kbd keys="alt+I" />}>
          + {t('enclosure.choose')}
        </Button>
      )}
      {isChoosing && (
        <ChooseEnclosure
          fileId={fileId}
          enclosed={enclosed}
          onChoose={(document) => onChange([...enclosed, document])}
          onClose={() => setChoosing(false)}
        />
      )}
    </fieldset>
  );
}
