import { Argument, Command as Commander, CommanderError, Option } from 'commander';
import type { CliWords } from '../i18n/cli-words.ts';
import type { Command } from './command.ts';
import { UsageFault } from './usage-fault.ts';

/** What was asked for: a command with its arguments; or help or the version number, which has been printed. */
export type Call =
  | {
      readonly command: Command;
      readonly args: readonly string[];
      readonly options: Readonly<Record<string, unknown>>;
    }
  | { readonly command: null };

const localise = (commander: Commander, { help }: CliWords): Commander => {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': help.usage,
    'Arguments:': help.arguments,
    'Options:': help.options,
    'Commands:': help.commands,
  };
  return commander
    .exitOverride()
    .configureOutput({ writeOut: (text) => process.stdout.write(text), outputError: () => undefined })
    .configureHelp({ styleTitle: (title) => titles[title] ?? title })
    .helpOption('-h, --help', help.helpOption);
};

const addCommon = (commander: Commander, { help }: CliWords): Commander =>
  commander
    .addOption(new Option('--json', help.json))
    .addOption(new Option('--lang <vi|en>', help.lang))
    .addOption(new Option('--verbose', help.verbose));

/** An option that may be given more than once gathers its values. */
const collect = (value: string, former: string[] | undefined): string[] => [...(former ?? []), value];

const usageReasons: Readonly<Record<string, keyof CliWords['usage']>> = {
  'commander.unknownCommand': 'unknownCommand',
  'commander.unknownOption': 'unknownOption',
  'commander.missingArgument': 'missingArgument',
  'commander.optionMissingArgument': 'missingValue',
  'commander.excessArguments': 'excessArguments',
};

const toUsageFault = ({ code, message }: CommanderError): UsageFault | null => {
  const reason = usageReasons[code];
  if (reason === undefined) return null;
  const value = /'([^']*)'/.exec(message)?.[1] ?? '';
  const nearest = /\(Did you mean (?:one of )?([^,?)]+)/.exec(message)?.[1] ?? null;
  return new UsageFault(reason, { value: value.replace(/ <.*>$/, '') }, nearest);
};

/** Reads a command line. Help goes to stdout; a command line that can't be read throws `UsageFault`. */
export const readCall = (
  args: readonly string[],
  commands: readonly Command[],
  words: CliWords,
  version: string,
): Call => {
  let call: Call = { command: null };
  const program = localise(new Commander('khobao'), words)
    .description(words.program)
    .version(version, '-V, --version', words.help.version)
    .helpCommand('help [COMMAND]', words.help.helpCommand)
    .showSuggestionAfterError(true)
    .usage('<COMMAND> [OPTIONS]');
  for (const command of commands) {
    const own = words.commands[command.name];
    const sub = localise(program.command(command.name), words)
      .summary(own.summary)
      .description(own.details === '' ? own.summary : `${own.summary}\n\n${own.details}`)
      .usage(['[OPTIONS]', ...command.arguments.map(({ form }) => form)].join(' '))
      .allowExcessArguments(false);
    for (const { form, name } of command.arguments) {
      sub.addArgument(new Argument(form, own.arguments[name] ?? ''));
    }
    for (const [name, flags] of Object.entries(command.options)) {
      const option = new Option(flags, own.options[name] ?? '');
      if (command.name === 'search' && name === 'source') option.argParser(collect);
      sub.addOption(option);
    }
    addCommon(sub, words).action(() => {
      call = { command, args: sub.args, options: sub.optsWithGlobals() };
    });
  }
  addCommon(program, words).addHelpText('after', `\n${words.help.after}`);
  try {
    program.parse(args.length === 0 ? ['--help'] : [...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    const fault = toUsageFault(error);
    if (fault !== null) throw fault;
    if (error.exitCode !== 0 && error.code !== 'commander.help') throw error;
    return { command: null };
  }
  return call;
};
