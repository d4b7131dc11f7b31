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
  TimestampConfig,
} from './config';
export { type BuildFacts, buildFacts } from './build/build-facts';
export { ConfigurationError, type Problem, type ProblemCode } from './configuration-error';
export type { Environment } from './environment';
export { languageOf } from './language';
export { BYTES_PER_MIB, loadConfig, loadLauncherConfig } from './load-config';
export { officeCommand } from './office-command';
export { JOB_ATTEMPTS, RECORD_CHECK_HOUR, SCHEDULE } from './schedule';
export { refuseOldNode } from './refuse-old-node';
export { CONFIG } from './token';
