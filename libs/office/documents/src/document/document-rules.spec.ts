import { type Action, defineAbility } from '@patravali/authorization';
import { type Role, ROLES } from '@patravali/contract';
import { documentAbilities } from './document-abilities';
import { Document } from './document.entity';

const [OFFICE, ME] = ['office', 'me'];
const UPLOADING: readonly Role[] = ['dealing_hand', 'dispatcher', 'administrator'];

describe('who may what with a stored document, by itself', () => {
  const allowed = (role: Role, row: Partial<Document>): Action[] => {
    const post = { id: ME, organisationId: OFFICE, unitId: '', roles: [role] };
    const rest = { marking: '', designation: { hi: '', en: '' }, superiorPostId: null, auditedUnitIds: [] };
    const ability = defineAbility({ ...post, ...rest }, [documentAbilities]);
    const document = Object.assign(new Document(), { organisationId: OFFICE, uploadedByPostId: ME }, row);
    return (['read', 'upload'] as const).filter((action) => ability.can(action, document));
  };

  it.each(ROLES)('%s: reads what its post uploaded; dealing hands, dispatchers and administrators upload', (role) => {
    expect(allowed(role, {})).toEqual(UPLOADING.includes(role) ? ['read', 'upload'] : ['read']);
    expect(allowed(role, { uploadedByPostId: 'other' })).toEqual([]);
    expect(allowed(role, { organisationId: 'other' })).toEqual([]);
  });
});
