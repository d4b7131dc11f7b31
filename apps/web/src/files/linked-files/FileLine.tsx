import type { FileBeside, Named, PartOfFile, VolumeOfFile } from '@patravali/contract';
import { Link } from '@tanstack/react-router';
import { useTranslations } from '../../language/use-translations';

/** Another file by its number, a link to it; and where it lies. */
export function FileLine({
  file,
  label,
}: {
  file: Named<FileBeside> | Named<PartOfFile> | Named<VolumeOfFile>;
  label?: string;
}) {
  const { t, marking } = useTranslations();
  const place = file.holder ? t('file.with', { post: marking(file.holder) }) : t(`fileState.${file.state}`);
  return (
    <>
      <Link to="/files/$fileId" params={{ fileId: file.id }} {...('subject' in file && { title: file.subject })}>
        {label ?? <span className="mono">{file.number}</span>}
      </Link>{' '}
      <span className="soft small">{place}</span>
    </>
  );
}
