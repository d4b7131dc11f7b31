import type { Named, NoteView } from '@patravali/contract';
import { Link } from '@tanstack/react-router';
import { useTranslations } from '../../../language/use-translations';
import { useFile } from '../../../custody/api';
import { usePartName } from '../../../custody/use-part-name';
import classes from '../../note.module.css';
import { useSheetTurning } from '../turning/sheet-turning';

/** On the sheet of which part a note was frozen, and its number there: both addresses lead to it. */
export function OriginLine({ of: { ofPart } }: { of: Named<NoteView> }) {
  const { t } = useTranslations('together');
  const nameOf = usePartName();
  const { data: file } = useFile(useSheetTurning().fileId);
  if (!ofPart) return null;
  const part = file?.together.parts.find(({ id }) => id === ofPart.fileId);
  if (!part) return null;
  return (
    <p className={classes.kind}>
      <Link to="/files/$fileId" params={{ fileId: ofPart.fileId }}>
        {t('together.ofPart', { part: nameOf(part.part), note: String(ofPart.number) })}
      </Link>
    </p>
  );
}
