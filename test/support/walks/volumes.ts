import type { FileView, Named, VolumeOfFile } from '@patravali/contract';
import type { TestOffice } from '../office/test-office';

/** The volumes before and after a file, by their computer numbers, with their last notes. */
export async function volumesShown(office: TestOffice, together: Named<FileView>['together']) {
  const { volume, earlierVolume, laterVolume } = together;
  const shown = async (one: Named<VolumeOfFile> | null) => {
    if (!one) return null;
    const sql = 'SELECT computer_number AS number FROM office_file WHERE id = $1';
    const [row] = await office.rows<{ number: number }>(sql, [one.id]);
    return [row?.number, one.lastNote];
  };
  return { volume, earlier: await shown(earlierVolume), later: await shown(laterVolume) };
}
