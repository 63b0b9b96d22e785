import type { z } from 'zod';
import type { CliWords, CommandName } from '../i18n/cli-words.ts';
import type { Language } from '../i18n/language.ts';
import type { Problem } from '../problem/problem.ts';
import { UsageFault } from './usage-fault.ts';

/** What a command ends with; see the contract. An interrupted command ends as a shell expects of Ctrl-C. */
export const exitCodes = {
  done: 0,
  faultsInContent: 1,
  wrongUsage: 2,
  ourFault: 3,
  interrupted: 130,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What a command has of the world around it. */
export interface CommandContext {
  readonly language: Language;
  readonly words: CliWords;
  readonly json: boolean;
  readonly verbose: boolean;
  /** A line of the result, on stdout. */
  readonly print: (line: string) => void;
  /** One object of the result for machines, on stdout. */
  readonly printJson: (value: object) => void;
  /** A line for the person, on stderr. */
  readonly tell: (line: string) => void;
  readonly tellProblem: (problem: Problem) => void;
  /** A passing line on a terminal, overwritten by the next; null takes it away. Nothing in a pipe. */
  readonly showProgress: (line: string | null) => void;
  /** Aborted by Ctrl-C or a request to end, for a command that `stopsItself`. */
  readonly signal: AbortSignal;
}

/** An argument as commander writes it, and the name under which `--help` explains it. */
export interface ArgumentDefinition {
  readonly form: `<${string}>` | `[${string}]`;
  readonly name: string;
}

/** A command: its definition, and what it does. */
export interface Command {
  readonly name: CommandName;
  readonly arguments: readonly ArgumentDefinition[];
  /** Flags as commander writes them, by the option's name. */
  readonly options: Readonly<Record<string, string>>;
  /** Whether the command heeds its signal; any other is simply ended by Ctrl-C. */
  readonly stopsItself: boolean;
  readonly run: (
    args: readonly string[],
    options: Readonly<Record<string, unknown>>,
    context: CommandContext,
  ) => Promise<ExitCode>;
}

/** A command whose options are read under a schema: what it does not allow is wrong usage. */
export const defineCommand = <Shape extends z.ZodRawShape>(definition: {
  readonly name: CommandName;
  readonly arguments: readonly ArgumentDefinition[];
  readonly options: Readonly<Record<Extract<keyof Shape, string>, string>>;
  readonly stopsItself?: boolean;
  readonly schema: z.ZodObject<Shape>;
  readonly run: (
    args: readonly string[],
    options: z.infer<z.ZodObject<Shape>>,
    context: CommandContext,
  ) => Promise<ExitCode>;
}): Command => ({
  name: definition.name,
  arguments: definition.arguments,
  options: definition.options,
  stopsItself: definition.stopsItself ?? false,
  run: (args, options, context) => {
    const parsed = definition.schema.safeParse(options);
    if (parsed.success) return definition.run(args, parsed.data, context);
    const name = String(parsed.error.issues[0]?.path[0]);
    const flags: Readonly<Record<string, string>> = definition.options;
    throw new UsageFault('invalidValue', {
      value: String(options[name]),
      option: flags[name]?.split(' ')[0] ?? name,
    });
  },
});
