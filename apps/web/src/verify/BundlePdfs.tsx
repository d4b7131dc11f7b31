import { Button } from '@mantine/core';
import { useState } from 'react';
import { saveBytes } from '../ui/save-bytes';
import type { BundlePdf } from './bundle-messages';
import { useBundleTranslations } from './use-bundle-translations';
import classes from './Verify.module.css';

interface Props {
  pdfs: readonly BundlePdf[];
  read: (path: string) => Promise<Blob>;
}

/** The PDFs of a bundle that was found right. They are saved and never shown here: strangers made them. */
export function BundlePdfs({ pdfs, read }: Props) {
  const { t, eventOf, dateTime } = useBundleTranslations();
  const [isLost, setLost] = useState(false);
  const save = (path: string) => {
    read(path).then(
      (bytes) => saveBytes(bytes, path.slice(path.lastIndexOf('/') + 1)),
      () => setLost(true),
    );
  };
  const about = ({ event }: BundlePdf) =>
    event
      ? [eventOf(event.name), event.at === null ? '' : dateTime(event.at)].filter(Boolean).join(', ')
      : t('verifyBundle.unproven');
  return (
    <section aria-labelledby="pdfs-of-the-bundle">
      <h2 id="pdfs-of-the-bundle" className={classes.pdfs}>
        {t('verifyBundle.pdfs')}
      </h2>
      {isLost && <p role="alert">{t('verifyBundle.stopped')}</p>}
      <ul className={classes.list}>
        {pdfs.map((pdf) => (
          <li key={pdf.path}>
            <span className={classes.path}>
              {about(pdf)}
              <br />
              <span className="soft small">{pdf.path}</span>
            </span>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={t('verifyBundle.saveOne', { file: pdf.path })}
              onClick={() => save(pdf.path)}
            >
              {t('verifyBundle.save')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
