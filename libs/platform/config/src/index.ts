export { addressOnLetters } from './address-on-letters';
export type {
  ClamdAddress,
  Config,
  LauncherConfig,
  MailConfig,
  S3Config,
  SigningConfig,
  ESignConfig,
  TimestampConfig,
} from './config';
export { ConfigurationError, type Problem, type ProblemCode } from './configuration-error';
export type { Environment } from './environment';
export { languageOf } from './language';
export { loadConfig, loadLauncherConfig } from './load-config';
export { officeCommand } from './office-command';
export { refuseOldNode } from './refuse-old-node';
export { CONFIG } from './token';
