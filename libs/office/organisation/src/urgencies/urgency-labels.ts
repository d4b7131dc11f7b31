import { URGENCIES, type Urgency, URGENCY_SETTERS, UrgencyLabel } from '@patravali/contract';
import { projection, select, type SqlRunner } from '@patravali/database';
import { label } from '@patravali/messages';

const OFFICE_URGENCY = projection(UrgencyLabel, {
  code: 'u.code',
  name: `json_build_object('hi', u.name_hi, 'en', u.name_en)`,
  setBy: 'u.set_by',
  inUse: 'u.in_use',
});

/** Each degree of urgency as the office has it, in rising order. */
export async function urgencyLabels(database: SqlRunner, organisationId: string): Promise<UrgencyLabel[]> {
  const own = await select(
    database,
    OFFICE_URGENCY.row,
    `SELECT ${OFFICE_URGENCY.columns} FROM office_urgency u WHERE u.organisation_id = $1`,
    [organisationId],
  );
  return URGENCIES.map((code) => own.find((one) => one.code === code) ?? asInManual(code));
}

/** One of them. */
export async function urgencyLabel(database: SqlRunner, organisationId: string, code: Urgency): Promise<UrgencyLabel> {
  const labels = await urgencyLabels(database, organisationId);
  return labels.find((one) => one.code === code) ?? asInManual(code);
}

/** VIP is for officers alone. */
function asInManual(code: Urgency): UrgencyLabel {
  const setBy: (typeof URGENCY_SETTERS)[number] = code === 'vip' ? 'officer' : 'anyone';
  return { code, name: { hi: label('hi', 'urgency', code), en: label('en', 'urgency', code) }, setBy, inUse: true };
}
