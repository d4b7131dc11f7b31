export * from './commands';
export { certificateOfKey } from './key-row';
export { ListSigningKeys } from './list-signing-keys';
export { SIGNING_MIGRATIONS } from './migrations';
export { isUnstamped, type KeyToOpen, type OpenedKey, OpenKey } from './open-key';
export { officeTime } from './office-time';
export { preparedAt } from './prepared-at';
export { SigningKey } from './signing-key.entity';
export { SigningModule } from './signing.module';
