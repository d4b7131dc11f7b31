export { addressOnLetters } from './address-on-letters';
export type {
  ClamdAddress,
  Config,
  LauncherConfig,
  MailConfig,
  OutsideConfig,
  S3Config,
  SigningConfig,
  ESignConfig,
  OfficeKeyConfig,
  TimestampConfig,
  VirusScannerConfig,
  WitnessConfig,
} from './config';
export { type BuildFacts, buildFacts } from './build/build-facts';
export { ConfigurationError, type Problem, type ProblemCode } from './configuration-error';
export type { Environment } from './environment';
export { languageOf } from './language';
export { LiveConfig, type PageSettings } from './live-config';
export { BYTES_PER_MIB, loadConfig, loadLauncherConfig, withKey } from './load-config';
export { officeCommand } from './office-command';
export { JOB_ATTEMPTS, RECORD_CHECK_HOUR, SCHEDULE } from './schedule';
export { refuseOldNode } from './refuse-old-node';
export { openText, sealText } from './sealing/sealed-text';
export {
  keepSettingsKey,
  readSettingsKey,
  type SettingsKey,
  settingsKeyFile,
  settingsKeyIn,
  settingsKeyOf,
} from './sealing/settings-key';
export { CONFIG } from './token';
