import type { FileView, Named } from '@patravali/contract';
import { TakingBackDialog } from '../../movement/taking-back/TakingBackDialog';

interface DialogProps {
  file: Named<FileView>;
  onClose: () => void;
}

export const AskRecallDialog = (props: DialogProps) => <TakingBackDialog move="ask_recall" {...props} />;
export const RefuseRecallDialog = (props: DialogProps) => <TakingBackDialog move="refuse_recall" {...props} />;
export const PullUpDialog = (props: DialogProps) => <TakingBackDialog move="pull_up" {...props} />;
