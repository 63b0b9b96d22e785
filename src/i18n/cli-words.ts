/** The commands of `khobao`. */
export const commandNames = [
  'init',
  'import',
  'check',
  'show',
  'withdraw',
  'restore',
  'undo',
  'build',
  'export',
  'serve',
  'search',
  'publish',
  'verify',
  'restore-archive',
] as const;
export type CommandName = (typeof commandNames)[number];

/** What `--help` says of a command: what it does, then its arguments and options by name. */
export interface CommandWords {
  readonly summary: string;
  readonly details: string;
  readonly arguments: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, string>>;
}

/** What the command line says, in one language. `{name}` stands for a value. */
export interface CliWords {
  readonly program: string;
  readonly help: {
    readonly usage: string;
    readonly arguments: string;
    readonly options: string;
    readonly commands: string;
    readonly helpOption: string;
    readonly helpCommand: string;
    readonly version: string;
    readonly lang: string;
    readonly verbose: string;
    readonly json: string;
    readonly after: string;
  };
  readonly commands: Readonly<Record<CommandName, CommandWords>>;
  readonly usage: {
    readonly unknownCommand: string;
    readonly unknownOption: string;
    readonly missingArgument: string;
    readonly missingValue: string;
    readonly excessArguments: string;
    readonly invalidValue: string;
    readonly unknownFormat: string;
    readonly conflict: string;
    readonly urlForOne: string;
    readonly explainOne: string;
    readonly queryOrBatch: string;
    readonly nearest: string;
    readonly seeHelp: string;
  };
  readonly fault: { readonly ours: string; readonly verbose: string };
  readonly init: { readonly done: string; readonly next: string };
  readonly import: {
    readonly status: Readonly<Record<ImportStatus, string>>;
    readonly counts: Readonly<Record<ImportStatus, string>>;
    readonly nothing: string;
    readonly nothingElse: string;
    /** The first of what was skipped. */
    readonly skippedNamed: string;
    readonly skippedMore: string;
    /** Likewise of files in the folder beside a saved page. */
    readonly skippedBeside: string;
    readonly skippedBesideMore: string;
    readonly created: string;
    readonly dryRun: string;
    readonly interrupted: string;
    readonly stopped: string;
    /** How much was read, how fast, and how long it will take. */
    readonly progress: Readonly<Record<'read' | 'rate' | 'left', string>>;
    /** Of the page that `--report` writes. */
    readonly report: {
      readonly title: string;
      readonly order: string;
      readonly line: string;
      readonly article: string;
      readonly original: string;
      readonly cut: string;
      readonly fields: Readonly<Record<'title' | 'publishedAt' | 'authors' | 'source' | 'section', string>>;
      readonly written: string;
      readonly failed: string;
    };
  };
  readonly check: { readonly summary: string; readonly sound: string };
  readonly show: {
    readonly labels: Readonly<Record<string, string>>;
    readonly inferred: string;
    readonly fileTime: string;
    readonly withdrawn: string;
    readonly published: string;
    readonly undated: string;
    readonly capture: string;
    readonly bytes: string;
    readonly text: string;
    readonly captures: string;
  };
  readonly withdraw: { readonly done: string };
  readonly restore: { readonly done: string };
  readonly undo: { readonly done: string; readonly kept: string };
  readonly build: {
    readonly working: string;
    readonly done: string;
    readonly leftOut: string;
    readonly kept: string;
    readonly interrupted: string;
  };
  readonly publish: {
    /** What is being done, a line each. */
    readonly steps: Readonly<
      Record<
        | 'checking'
        | 'hashing'
        | 'building'
        | 'captures'
        | 'manifest'
        | 'bag'
        | 'verifying'
        | 'placing'
        | 'withdrawing',
        string
      >
    >;
    readonly published: string;
    readonly unchanged: string;
    readonly changes: string;
    readonly pruned: string;
    readonly gaveWay: string;
    readonly searchGone: string;
    readonly back: string;
    readonly damaged: string;
    readonly kept: string;
    readonly interrupted: string;
  };
  readonly verify: {
    readonly working: string;
    readonly sound: string;
    readonly faulty: string;
    /** Where several were verified. */
    readonly faultyInAll: string;
    readonly progress: string;
    readonly signed: string;
    readonly unsigned: string;
  };
  readonly restoreArchive: { readonly done: string; readonly kept: string };
  readonly export: {
    readonly progress: string;
    readonly done: string;
    readonly withdrawn: string;
    /** Of what an export of the whole folder holds. */
    readonly withdrawnToo: string;
    readonly faultyToo: string;
    readonly leftOut: string;
    readonly kept: string;
    readonly interrupted: string;
  };
  readonly serve: { readonly stop: string };
  readonly search: {
    readonly total: string;
    readonly none: string;
    readonly noWord: string;
    readonly tiers: Readonly<Record<'exact' | 'folded' | 'loose', string>>;
    readonly undated: string;
    readonly more: string;
    readonly help: string;
    readonly unread: string;
    readonly narrow: string;
    readonly byExpansion: string;
    readonly unreadable: string;
  };
}

/** What became of a capture, as the contract of `import --json` names it. */
export const importStatuses = [
  'written',
  'newVersion',
  'duplicate',
  'unchanged',
  'refused',
  'skipped',
] as const;
export type ImportStatus = (typeof importStatuses)[number];
