import { correspondencePages } from '@messages/correspondence-pages';
import type { DiaryRow, Named, ReceiptRow } from '@patravali/contract';
import { Link } from '@tanstack/react-router';

interface InFileProps {
  file: NonNullable<Named<ReceiptRow>['file']>;
  /** Not known to every list of letters. */
  placed?: Named<DiaryRow>['placed'] | undefined;
}

/** The file in which a letter lies, and its pages there. */
export function InFile({ file, placed }: InFileProps) {
  const to = { to: '/files/$fileId', params: { fileId: file.id } } as const;
  return (
    <>
      <Link {...to} className="mono">
        {file.number}
      </Link>
      {placed && (
        <>
          {' · '}
          <Link {...to} search={{ page: placed.firstPage }} className="mono">
            {correspondencePages(placed)}
          </Link>
        </>
      )}
    </>
  );
}
