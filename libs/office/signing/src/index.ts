export * from './commands';
export { endSpentKey, ESignKey, keepSpentKey, type SpentKey } from './esign-key';
export { certificateOfKey } from './key-row';
export { ListSigningKeys } from './list-signing-keys';
export { isUnstamped, type KeyToOpen, type OpenedKey, OpenKey } from './open-key';
export { officeTime } from './office-time';
export { PREPARED_FOR_MINUTES, preparedAt } from './prepared-at';
export { SigningKey } from './signing-key.entity';
export { SigningModule } from './signing.module';
