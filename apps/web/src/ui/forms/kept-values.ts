/** What a person types before it is sent, kept so that a reload of this tab does not lose it. */
export class KeptValues<Values extends object> {
  private readonly key: string;

  constructor(name: string) {
    this.key = `patravali.kept.${name}`;
  }

  /** The initial values, with what was kept set over them. */
  over(initial: Values): Values {
    return { ...initial, ...this.read() };
  }

  keep(values: Values): void {
    sessionStorage.setItem(this.key, JSON.stringify(values));
  }

  drop(): void {
    sessionStorage.removeItem(this.key);
  }

  private read(): object {
    try {
      const kept: unknown = JSON.parse(sessionStorage.getItem(this.key) ?? '{}');
      return typeof kept === 'object' && kept !== null ? kept : {};
    } catch {
      return {};
    }
  }
}
