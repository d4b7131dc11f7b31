import { DISPATCH_MODES, type DispatchView } from '@patravali/contract';
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from '../language/use-translations';
import { Pill } from '../ui/Badges';
import { Time } from '../ui/Time';
import classes from './dispatch.module.css';
import { firstParcel, isPosted, type Parcel, type Recipient } from './recipients';

interface RecipientRowProps {
  recipient: Recipient;
  /** How it is about to leave; null when it is not chosen. */
  parcel: Parcel | null;
  mayDispatch: boolean;
  onChange: (parcel: Parcel | null) => void;
}

export function RecipientRow({ recipient, parcel, mayDispatch, onChange }: RecipientRowProps) {
  const { t } = useTranslations();
  const { addressee, asCopy, dispatches, served } = recipient;
  return (
    <li className={classes.recipient}>
      <div className={classes.who}>
        {mayDispatch && !served && (
          <Checkbox
            size="sm"
            aria-label={t('dispatch.choose', { name: addressee.name })}
            checked={parcel !== null}
            onChange={(event) => onChange(event.currentTarget.checked ? firstParcel(recipient) : null)}
          />
        )}
        <div>
          <strong>{addressee.name}</strong> {asCopy && <Pill>{t('dispatch.copy')}</Pill>}
          <div className="soft small">
            {[addressee.designation, addressee.address, addressee.email].filter(Boolean).join(', ')}
          </div>
        </div>
      </div>
      {dispatches.map((dispatch) => (
        <Fate key={dispatch.id} dispatch={dispatch} />
      ))}
      {parcel && <ParcelFields parcel={parcel} onChange={onChange} />}
    </li>
  );
}

function Fate({ dispatch }: { dispatch: DispatchView }) {
  const { t } = useTranslations();
  const bad = dispatch.state === 'failed' || dispatch.state === 'returned';
  return (
    <p className={classes.fate}>
      <Pill kind={bad ? 'stamp' : 'accent'}>{t(`dispatchState.${dispatch.state}`)}</Pill>{' '}
      {t(`dispatchMode.${dispatch.mode}`)} · <Time at={dispatch.sentAt ?? dispatch.at} /> ·{' '}
      <span className="mono">{dispatch.by.post.marking}</span>
      {dispatch.trackingNumber !== null && ` · ${dispatch.trackingNumber}`}
      {dispatch.failure !== null && <span className={classes.failure}> · {dispatch.failure}</span>}
    </p>
  );
}

function ParcelFields({ parcel, onChange }: { parcel: Parcel; onChange: (parcel: Parcel) => void }) {
  const { t } = useTranslations();
  return (
    <div className={classes.parcel}>
      <NativeSelect
        size="xs"
        aria-label={t('dispatch.mode')}
        value={parcel.mode}
        onChange={(event) =>
          onChange({ ...parcel, mode: DISPATCH_MODES.find((one) => one === event.currentTarget.value) ?? parcel.mode })
        }
        data={DISPATCH_MODES.map((value) => ({ value, label: t(`dispatchMode.${value}`) }))}
      />
      {parcel.mode === 'email' && <ParcelField field="email" parcel={parcel} onChange={onChange} />}
      {isPosted(parcel.mode) && <ParcelField field="trackingNumber" parcel={parcel} onChange={onChange} />}
      <ParcelField field="remarks" parcel={parcel} onChange={onChange} />
    </div>
  );
}

interface ParcelFieldProps {
  field: 'email' | 'trackingNumber' | 'remarks';
  parcel: Parcel;
  onChange: (parcel: Parcel) => void;
}

function ParcelField({ field, parcel, onChange }: ParcelFieldProps) {
  const { t } = useTranslations();
  return (
    <TextInput
      size="xs"
      type={field === 'email' ? 'email' : 'text'}
      aria-label={t(`dispatch.${field}`)}
      placeholder={t(`dispatch.${field}`)}
      value={parcel[field]}
      onChange={(event) => onChange({ ...parcel, [field]: event.currentTarget.value })}
    />
  );
}
