import { cli as english } from '../i18n/en/cli.ts';
import { commandNames, type CommandName } from '../i18n/cli-words.ts';
import { isLanguage } from '../i18n/language.ts';
import { cli as vietnamese } from '../i18n/vi/cli.ts';
import { printProblem, toProblemLine } from '../problem/print-problem.ts';
import { chooseLanguage } from './choose-language.ts';
import { exitCodes, type Command, type CommandContext, type ExitCode } from './command.ts';
import { fill } from './fill.ts';
import { readVersion } from './read-version.ts';
import { readCall, type Call } from './to-program.ts';
import { UsageFault } from './usage-fault.ts';

/** Each command is loaded when it is asked for: the importer alone takes a second. */
const loaders: Readonly<Record<CommandName, () => Promise<Command>>> = {
  init: async () => (await import('./init.ts')).initCommand,
  import: async () => (await import('./import.ts')).importCommand,
  check: async () => (await import('./check.ts')).checkCommand,
  show: async () => (await import('./show.ts')).showCommand,
  withdraw: async () => (await import('./withdraw.ts')).withdrawCommand,
  restore: async () => (await import('./restore.ts')).restoreCommand,
  undo: async () => (await import('./undo.ts')).undoCommand,
  build: async () => (await import('./build.ts')).buildCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  serve: async () => (await import('./serve.ts')).serveCommand,
  search: async () => (await import('./search.ts')).searchCommand,
  publish: async () => (await import('./publish.ts')).publishCommand,
  verify: async () => (await import('./verify.ts')).verifyCommand,
  'restore-archive': async () => (await import('./restore-archive.ts')).restoreArchiveCommand,
};

/** The command that the arguments begin with, or all of them where they name none. */
const loadCommands = (args: readonly string[]): Promise<Command[]> => {
  const named = commandNames.filter((name) => name === args[0]);
  return Promise.all((named.length === 0 ? commandNames : named).map((name) => loaders[name]()));
};

/** Aborts at the first Ctrl-C; the second ends the process where it stands. */
const untilStopped = (): AbortSignal => {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(exitCodes.interrupted);
      stop.abort();
    });
  }
  return stop.signal;
};

const toContext = (
  args: readonly string[],
  options: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): CommandContext => {
  const language = chooseLanguage(args, process.env);
  const json = options.json === true;
  const tell = (line: string): void => void process.stderr.write(`${line}\n`);
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  const printJson = (value: object): void => void process.stdout.write(`${JSON.stringify(value)}\n`);
  const clear = '\r\u001b[K';
  return {
    language,
    words: language === 'vi' ? vietnamese : english,
    json,
    verbose: options.verbose === true,
    print,
    printJson,
    tell,
    tellProblem: (problem) => {
      if (json) printJson(toProblemLine(problem, language));
      else tell(printProblem(problem, language));
    },
    showProgress: (line) => {
      if (process.stderr.isTTY && !json) process.stderr.write(`${clear}${line ?? ''}`);
    },
    signal,
  };
};

const tellUsageFault = (fault: UsageFault, args: readonly string[]): ExitCode => {
  const { usage } = chooseLanguage(args, process.env) === 'vi' ? vietnamese : english;
  const named = commandNames.find((name) => args.includes(name));
  const lines = [
    fill(usage[fault.reason], fault.values),
    ...(fault.nearest === null ? [] : [fill(usage.nearest, { value: fault.nearest })]),
    fill(usage.seeHelp, { command: named === undefined ? 'khobao' : `khobao ${named}` }),
  ];
  process.stderr.write(`${lines.join('\n')}\n`);
  return exitCodes.wrongUsage;
};

const tellOurFault = (error: unknown, args: readonly string[]): ExitCode => {
  const { fault } = chooseLanguage(args, process.env) === 'vi' ? vietnamese : english;
  const reason = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? (error.stack ?? reason) : reason;
  const more = args.includes('--verbose') ? stack : fault.verbose;
  process.stderr.write(`${fill(fault.ours, { reason })}\n${more}\n`);
  return exitCodes.ourFault;
};

const checkLanguage = ({ lang }: Readonly<Record<string, unknown>>): void => {
  if (typeof lang !== 'string' || isLanguage(lang)) return;
  throw new UsageFault('invalidValue', { value: lang, option: '--lang' });
};

/** Runs `khobao` with its arguments, and comes back with the code to exit with. */
export const runCommandLine = async (args: readonly string[]): Promise<ExitCode> => {
  // Whoever reads our output may stop reading (`khobao check | head`).
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitCodes.done);
    throw error;
  });
  const words = chooseLanguage(args, process.env) === 'vi' ? vietnamese : english;
  try {
    const call: Call = readCall(args, await loadCommands(args), words, await readVersion());
    if (call.command === null) return exitCodes.done;
    checkLanguage(call.options);
    const { json, lang, verbose, ...options } = call.options;
    const signal = call.command.stopsItself ? untilStopped() : new AbortController().signal;
    return await call.command.run(call.args, options, toContext(args, { json, lang, verbose }, signal));
  } catch (error) {
    return error instanceof UsageFault ? tellUsageFault(error, args) : tellOurFault(error, args);
  }
};
