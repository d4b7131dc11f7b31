import type { FileRow, Named } from '@patravali/contract';
import { useTranslations } from '../language/use-translations';
import type { Selection } from '../ui/list/selection';
import { FollowFilesDialog, ParkFilesDialog } from './AtOnceDialogs';
import { BundleFilesDialog } from './BundleFilesDialog';
import { ForwardFilesDialog } from './ForwardFilesDialog';
import { OpenDialog } from './OpenDialog';
import { Selected } from './Selected';

/** The selected files; parking and following have the keys that they have of one file. */
export function SelectedFiles({ selection: { items, set } }: { selection: Selection<Named<FileRow>> }) {
  const { t } = useTranslations('bulk');
  return (
    <Selected
      of="files"
      things={items}
      set={set}
      acts={[
        { keys: 'f', label: t('bulk.forward'), Dialog: ForwardFilesDialog },
        { keys: 'o', label: t('bulk.files.open'), Dialog: OpenDialog },
        { keys: 'w', label: t('fileMove.park'), Dialog: ParkFilesDialog },
        { keys: 'm', label: t('fileMove.follow'), Dialog: FollowFilesDialog },
        { keys: 'b', label: t('pdfs.bundle'), Dialog: BundleFilesDialog },
      ]}
    />
  );
}

/** The selected files of somebody on whose desk they do not lie. */
export function SelectedElsewhere({ selection: { items, set } }: { selection: Selection<Named<FileRow>> }) {
  const { t } = useTranslations();
  return (
    <Selected
      of="files"
      things={items}
      set={set}
      acts={[{ keys: 'b', label: t('pdfs.bundle'), Dialog: BundleFilesDialog }]}
    />
  );
}
