import type { CliWords } from '../i18n/cli-words.ts';

/** The command was called in a way it does not understand. */
export class UsageFault extends Error {
  readonly reason: keyof CliWords['usage'];
  readonly values: Readonly<Record<string, string>>;
  /** What the person may have meant. */
  readonly nearest: string | null;

  constructor(
    reason: keyof CliWords['usage'],
    values: Readonly<Record<string, string>> = {},
    nearest: string | null = null,
  ) {
    super(reason);
    this.reason = reason;
    this.values = values;
    this.nearest = nearest;
  }
}
