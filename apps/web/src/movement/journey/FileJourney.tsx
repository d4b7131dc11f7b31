import type { FileView, Named } from '@patravali/contract';
import { useWholeList } from '../../api/lists/use-whole-list';
import { useMovements } from '../api';
import { Journey } from './Journey';

/** The journey of a file whose movements nobody has asked for yet. */
export function FileJourney({ file }: { file: Named<FileView> }) {
  return <Journey file={file} movements={useWholeList(useMovements(file.id)).items} />;
}
