import type { Consultation, FileView, Named } from '@patravali/contract';
import { useWholeList } from '../api/lists/use-whole-list';
import type { ConsultedDesk } from '../movement/journey/journey-picture';
import { Movements } from '../movement/journey/Movements';
import { useConsultations } from './api';
import { Consultations } from './Consultations';

/** Where a file has been, and who was asked for an opinion meanwhile. */
export function FileMovements({ file }: { file: Named<FileView> }) {
  const { items } = useWholeList(useConsultations(file.id));
  return (
    <Movements file={file} asked={items.flatMap(askedBy)}>
      <Consultations consultations={items} />
    </Movements>
  );
}

function askedBy({ at: from, consulted }: Named<Consultation>): ConsultedDesk[] {
  return consulted.map(({ id, post, at: until, state, lateBy }) => {
    return { id, post, from, until, isLate: state !== 'withdrawn' && lateBy > 0 };
  });
}
