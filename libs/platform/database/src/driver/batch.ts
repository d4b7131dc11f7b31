import type { Connection } from 'pg';
import { forgetSubmitted, knowsStatement, noteSubmitted, prepareValue, type TypeParsers } from './private-members';

/** What the database answered to one statement. */
export interface Answered {
  readonly command: string;
  readonly rows: unknown[];
}

/** One statement, what is bound in it, and who waits for its answer. */
export interface BatchedQuery {
  readonly text: string;
  /** Under which the connection remembers it. */
  readonly name?: string | undefined;
  /** As the driver sends them: see `bound`. */
  readonly values: readonly unknown[];
  readonly answer: (error: Error | null, answered: Answered) => void;
}

type Parser = (text: string) => unknown;
/** The columns of a statement's rows. */
type Columns = readonly { readonly name: string; readonly parse: Parser }[];

/** The columns of the named statements of a connection, which are the same as long as it remembers them. */
export type KnownColumns = Map<string, Columns>;

export const NOTHING: Answered = { command: '', rows: [] };

/** @throws what the driver says of a value that it cannot send. */
export const bound = (values: readonly unknown[]): unknown[] => values.map(prepareValue);

/**
 * Statements that leave together, as one query of the driver, with one Sync behind them: the database answers all of them in one piece, and does none
 * after the first that fails. Whoever waits for one of those is told of that first error.
 */
export class Batch {
  /** The statement that is answered next. */
  private at = 0;
  private columns: Columns = [];
  private rows: unknown[] = [];
  /** The columns of each statement that the connection has known already. */
  private told: (Columns | undefined)[] = [];
  /** The last answer waits until the connection is free again. */
  private last: (() => void) | undefined;

  constructor(
    private readonly asked: readonly BatchedQuery[],
    private readonly known: KnownColumns,
    private readonly types: TypeParsers,
    /** Called when the next may be sent. */
    private readonly over: () => void,
  ) {}

  /** For the driver, which notes what has been parsed. */
  get name(): string | undefined {
    return this.asked[this.at]?.name;
  }

  get text(): string | undefined {
    return this.asked[this.at]?.text;
  }

  submit(connection: Connection): null {
    this.told = this.asked.map(({ name }) => (name ? this.known.get(name) : undefined));
    for (const [place, { text, name = '', values }] of this.asked.entries()) {
      if (name === '' || !knowsStatement(connection, name)) {
        connection.parse({ text, name, types: [] }, true);
        if (name !== '') noteSubmitted(connection, name, text);
      }
      connection.bind({ portal: '', statement: name, values: [...values], binary: '' } as never, true);
      if (!this.told[place]) connection.describe({ type: 'P', name: '' }, true);
      connection.execute({ portal: '', rows: '' }, true);
    }
    connection.sync();
    return null;
  }

  handleRowDescription({ fields }: { fields: readonly { name: string; dataTypeID: number; format?: string }[] }): void {
    this.columns = fields.map(({ name, dataTypeID, format = 'text' }) => ({
      name,
      parse: this.types.getTypeParser(dataTypeID, format) as Parser,
    }));
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    const row: Record<string, unknown> = {};
    const columns = this.told[this.at] ?? this.columns;
    let place = 0;
    for (const { name, parse } of columns) {
      const value = fields[place++] ?? null;
      row[name] = value === null ? null : parse(value);
    }
    this.rows.push(row);
  }

  handleCommandComplete({ text }: { text: string }): void {
    const statement = this.asked[this.at];
    if (!statement) return;
    if (statement.name && !this.told[this.at]) this.known.set(statement.name, this.columns);
    const answered = { command: text.split(' ', 1)[0] ?? '', rows: this.rows };
    [this.columns, this.rows] = [[], []];
    this.at += 1;
    if (this.at < this.asked.length) statement.answer(null, answered);
    else this.last = () => statement.answer(null, answered);
  }

  handleReadyForQuery(): void {
    this.over();
    this.last?.();
  }

  handleError(error: Error, connection: Connection): void {
    const unanswered = this.last ? this.asked.slice(-1) : this.asked.slice(this.at);
    this.at = this.asked.length;
    for (const { name } of unanswered) if (name) forgetSubmitted(connection, name);
    this.over();
    for (const { answer } of unanswered) answer(error, NOTHING);
  }
}
