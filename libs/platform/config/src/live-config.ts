import type { Config } from './config';

/** What administrators set on the page, where the server was told nothing of it. */
export type PageSettings = Partial<
  Pick<
    Config,
    | 'mail'
    | 'troubleMail'
    | 'timestamp'
    | 'witness'
    | 'publicUrl'
    | 'officeKey'
    | 'eSign'
    | 'virusScanner'
    | 'uploadsPerDay'
    | 'uploadBytesPerDay'
  >
>;

/**
 * The configuration of a process as everybody in it reads it: what the server was told, and for the rest what the page has set, which
 * changes while it runs. Whoever keeps a part of it looks whether it is still the same.
 */
export class LiveConfig {
  readonly config: Config;

  /** @param told what the server was told: it wins. */
  constructor(readonly told: Config) {
    this.config = { ...told };
  }

  /** In place of what the page had set before. */
  set(settings: PageSettings): void {
    const { mail, ...others } = settings;
    const { told } = this;
    const now: Config = {
      ...told,
      ...without(others, told),
      mail: told.mail.kind === 'none' ? (mail ?? told.mail) : withReports(told.mail, mail),
    };
    for (const key of Object.keys(this.config)) if (!(key in now)) Reflect.deleteProperty(this.config, key);
    Object.assign(this.config, now);
  }
}

/** What the server was not told, of what the page has set. */
const without = (settings: Partial<Config>, told: Config): Partial<Config> =>
  Object.fromEntries(Object.entries(settings).filter(([name]) => !isToldByName(told, name as keyof Config)));

/** What has a default is there although the server was told nothing of it. */
function isToldByName(told: Config, name: keyof Config): boolean {
  switch (name) {
    case 'publicUrl':
      return told.publicUrlIsTold === true;
    case 'uploadsPerDay':
    case 'uploadBytesPerDay':
      return told.uploadsAreTold === true;
    default:
      return told[name] !== undefined;
  }
}

/** The page may name the mailbox of a server that the environment names. */
function withReports(told: Config['mail'], set: Config['mail'] | undefined): Config['mail'] {
  const isNamed = told.kind === 'smtp' && told.reports === undefined && set?.kind === 'smtp';
  if (!isNamed || set.reports === undefined) return told;
  return { ...told, reports: set.reports, ...(set.returnTo === undefined ? {} : { returnTo: set.returnTo }) };
}
