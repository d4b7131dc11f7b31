import { Button } from '@mantine/core';
import { useState } from 'react';
import { saveBytes } from '../ui/save-bytes';
import type { BundlePdf } from './bundle-messages';
import { useVerifyWords } from './use-verify-words';
import classes from './Verify.module.css';

interface Props {
  pdfs: readonly BundlePdf[];
  read: (path: string) => Promise<Blob>;
}

/** The PDFs of a bundle that was found right. They are saved and never shown here: strangers made them. */
export function BundlePdfs({ pdfs, read }: Props) {
  const { say, eventOf, dateTime } = useVerifyWords();
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
      : say('verifyBundle.unproven');
  return (
    <section aria-labelledby="pdfs-of-the-bundle">
      <h2 id="pdfs-of-the-bundle" className={classes.pdfs}>
        {say('verifyBundle.pdfs')}
      </h2>
      {isLost && <p role="alert">{say('verifyBundle.stopped')}</p>}
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
              aria-label={say('verifyBundle.saveOne', { file: pdf.path })}
              onClick={() => save(pdf.path)}
            >
              {say('verifyBundle.save')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
