import {
  ClearConnection,
  type ConnectionView,
  MakeTrialKey,
  PAGE_CONNECTIONS,
  type PageConnection,
} from '@patravali/contract';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { useConfirmed } from '../../signing/use-confirmed';
import { DialogButton } from '../../ui/DialogButton';
import { showSuccess } from '../../ui/notices/announcements';
import { ReasonDialog } from '../../ui/ReasonDialog';
import { ConnectionDialog } from './ConnectionDialog';
import { OfficeKeyDialog } from './OfficeKeyDialog';
import classes from './settings.module.css';

/** What an administrator may do with a connection that the server was not told. */
export function SettingActs({ of: { connection: name, setBy, values, isClosed } }: { of: ConnectionView }) {
  const { t } = useTranslations('connections', 'facts');
  const connection = PAGE_CONNECTIONS.find((each) => each === name);
  if (!connection || setBy === 'server') return null;
  const title = t(`connection.${connection}`);
  const isThere = setBy === 'page' || isClosed;
  const done = (close: () => void) => () => {
    close();
    showSuccess(t('connections.kept'));
  };
  const small = { size: 'xs', variant: 'default' } as const;
  const change = t(isThere ? 'connections.change' : 'connections.setHere');
  return (
    <div className={classes.acts}>
      {connection === 'signing-key' ? (
        <>
          <DialogButton
            {...small}
            label={t('connections.bringKey')}
            dialog={(close) => <OfficeKeyDialog onSet={done(close)} onClose={close} />}
          />
          <DialogButton
            {...small}
            label={t('connections.makeTrialKey')}
            dialog={(close) => <TrialKeyDialog onDone={done(close)} onClose={close} />}
          />
        </>
      ) : (
        <DialogButton
          {...small}
          label={change}
          aria-label={`${change}: ${title}`}
          dialog={(close) => (
            <ConnectionDialog connection={connection} values={values} onSet={done(close)} onClose={close} />
          )}
        />
      )}
      {isThere && (
        <DialogButton
          {...small}
          label={t('connections.clear')}
          aria-label={`${t('connections.clear')}: ${title}`}
          dialog={(close) => <ClearDialog connection={connection} title={title} onClose={close} />}
        />
      )}
    </div>
  );
}

function TrialKeyDialog({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const { t } = useTranslations('connections', 'facts');
  const make = useCommand('makeTrialKey');
  const { run, dialog } = useConfirmed();
  return (
    <ReasonDialog
      title={t('connections.makeTrialKey')}
      schema={MakeTrialKey}
      more={{ field: dialog, isMissing: false }}
      onAct={async (reason) => {
        await run(() => make.mutateAsync({ body: { reason } }));
        onDone();
      }}
      onClose={onClose}
    >
      {t('connections.trialKeyWhy')}
    </ReasonDialog>
  );
}

interface ClearDialogProps {
  connection: PageConnection;
  title: string;
  onClose: () => void;
}

function ClearDialog({ connection, title, onClose }: ClearDialogProps) {
  const { t } = useTranslations('connections', 'facts');
  const clear = useCommand('clearConnection');
  const { run, dialog } = useConfirmed();
  return (
    <ReasonDialog
      title={`${t('connections.clear')}: ${title}`}
      act={t('connections.clear')}
      schema={ClearConnection.pick({ reason: true })}
      more={{ field: dialog, isMissing: false }}
      onAct={async (reason) => {
        await run(() => clear.mutateAsync({ body: { connection, reason } }));
        showSuccess(t('connections.cleared'));
      }}
      onClose={onClose}
    >
      {t('connections.clearWhy')}
    </ReasonDialog>
  );
}
