import type { Label } from '../base/index.ts';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Context } from './context.ts';
import type { CheckOptions, CommonOptions, LearnOptions, RunOptions, SimulationOptions } from './options.ts';
import { languages } from './language.ts';
import type { Language } from '../report/index.ts';
import { usageZh } from './usage-zh.ts';
import { version } from './version.ts';

/**
 * The command line of clearsim. `end` is told the exit code of the command that was asked for. What a command needs is loaded
 * when it is asked for: `--version` and help start without a simulator.
 */
export function program(context: Context, end: (code: number) => void): Command {
  const { language } = context;
  const root = new Command('clearsim')
    .description('Simulates customs clearance and compares how long it takes, with honest intervals.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => context.io.out.write(text),
      writeErr: (text) => context.io.talk.write(text),
      outputError: (text, write) => write(language === 'en' ? text : usageZh(text)),
      getOutHelpWidth: () => context.io.out.columns ?? 80,
      getErrHelpWidth: () => context.io.talk.columns ?? 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText('before', rootExamples);

  simulation(language)(
    add(root, 'open', examples('clearsim', 'clearsim open scenarios/examples/mm3.yaml'), { isDefault: true }),
  )
    .description('open scenarios on the screen; without a terminal, print what compare prints')
    .argument('[files...]', 'scenario files; without any, scenarios/sea-import-2017.yaml')
    .option('--rules [file]', followHelp)
    .action(async (files: string[], options: SimulationOptions) =>
      end(await (await import('./open.ts')).open(files, options, context)),
    );

  simulation(language)(
    add(
      root,
      'run',
      examples(
        'clearsim run scenarios/examples/mm3.yaml',
        'clearsim run scenarios/examples/mm3.yaml --json -o mm3.json',
        'clearsim run scenarios/examples/two-lanes.yaml --log two-lanes.csv',
      ),
    ),
  )
    .description('run one scenario and print its indicators with intervals; variants are left out')
    .argument('<file>', 'scenario file, or - for standard input')
    .option('--rules [file]', followHelp)
    .option('--log <file>', 'write every occurrence of the first replication, as .ndjson or .csv', logFile(language))
    .action(async (file: string, options: RunOptions) =>
      end(await (await import('./run.ts')).run(file, options, context)),
    );

  simulation(language)(
    add(
      root,
      'compare',
      examples(
        'clearsim compare scenarios/sea-import-2017.yaml',
        'clearsim compare before.yaml after.yaml --format md',
      ),
    ),
  )
    .description('compare a scenario with its variants, or several files with the first, consignment by consignment')
    .argument('<files...>', 'scenario files, the base first, or - for standard input')
    .option('--rules [file]', followHelp)
    .action(async (files: string[], options: SimulationOptions) =>
      end(await (await import('./compare.ts')).compare(files, options, context)),
    );

  common(language)(add(root, 'validate', examples('clearsim validate scenarios/*.yaml')))
    .description('say whether files of scenarios, rules and lessons are right, and where not')
    .argument('<files...>', 'files of scenarios, rules or lessons, or - for standard input')
    .action(async (files: string[], options: CommonOptions) =>
      end((await import('./validate.ts')).validate(files, options, context)),
    );

  common(language)(add(root, 'flows', examples('clearsim flows')))
    .description('list the procedures that are built in')
    .action(async (options: CommonOptions) => end((await import('./flows.ts')).flows(options, context)));

  common(language)(add(root, 'flow', examples('clearsim flow sea-import')))
    .description('print a procedure as text')
    .argument('<name>', 'name of a flow that is built in')
    .action(async (name: string, options: CommonOptions) =>
      end((await import('./flow.ts')).flow(name, options, context)),
    );

  common(language)(
    add(
      root,
      'check',
      examples(
        'clearsim check sea-import',
        'clearsim check scenarios/sea-import-2017.yaml --rules my-rules.yaml',
        'clearsim check port.csv --rules my-rules.yaml',
        'clearsim check sea-import --by chance',
        'clearsim check scenarios/sea-import-2017.yaml --by run',
      ),
    ),
  )
    .description('check rules: can any of them ever be broken, how, and how often')
    .argument('<target>', 'name of a flow that is built in, or a scenario file, or a log (.csv, .ndjson, .xes, .json)')
    .option('--rules <file>', 'file of rules to check, instead of those that ship for the flow')
    .option('--flow <name>', 'of a log: the flow, or scenario file, whose rules, law and calendars count')
    .option('--case <type>', 'of a log of objects (OCEL): the type of those that are the cases')
    .addOption(new Option('--by <how>', 'how to check (default: proof)').choices(['proof', 'chance', 'run']))
    .option('--seed <text>', 'by chance and by run: another seed than that of the scenario')
    .option('--replications <n>', 'by run: exactly so many', wholeNumber(language, { min: 1, max: 1_000_000 }))
    .option('--workers <n>', 'by run: threads', wholeNumber(language, { min: 0, max: 256 }))
    .option(
      '--histories <n>',
      'by chance: how many (default: 10000)',
      wholeNumber(language, { min: 1, max: 100_000_000 }),
    )
    .addOption(new Option('--replay <path>', 'by chance: show one history again').argParser(historyPath(language)))
    .option('--mutate', 'change the machine in every small way, and tell which changes the rules do not notice')
    .action(async (target: string, options: CheckOptions) =>
      end(await (await import('./check.ts')).check(target, options, context)),
    );

  common(language)(
    add(root, 'learn', examples('clearsim learn', 'clearsim learn advance', 'clearsim learn advance --answer 2.5')),
  )
    .description('lessons: a procedure told with one consignment, a question that the simulator answers, an experiment')
    .argument('[lesson]', 'number or name of a lesson, or a file of your own (.yaml); without one, the list')
    .option('--answer <number>', "answer the lesson's question")
    .action(async (lesson: string | undefined, options: LearnOptions) =>
      end(await (await import('./learn.ts')).learn(lesson, options, context)),
    );

  common(language)(add(root, 'keys', examples('clearsim keys')))
    .description('print the keys of the screen')
    .action(async (options: CommonOptions) => end((await import('./keys.ts')).keys(options, context)));

  return root;
}

const followHelp =
  'say how many consignments break rules: those of a file, or without one those that ship for the flow';

const rootExamples = `Examples
  clearsim                                            compare the shipped scenarios on the screen
  clearsim compare scenarios/sea-import-2017.yaml     the same as tables
  clearsim run scenarios/examples/mm3.yaml --json     one scenario, for other programs
  clearsim validate my-port.yaml                      what is wrong with a file, and where
`;

function examples(...lines: readonly string[]): string {
  return `${lines.length === 1 ? 'Example' : 'Examples'}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

function add(root: Command, name: string, help: string, options: { isDefault?: boolean } = {}): Command {
  return root.command(name, options).addHelpText('before', help);
}

/** Options that every command understands. */
function common(language: Language): (command: Command) => Command {
  return (command) =>
    command
      .addOption(new Option('--json', 'print JSON').conflicts('format'))
      .addOption(new Option('--format <format>', 'how to print').choices(['table', 'csv', 'md']).default('table'))
      .option('-o, --output <file>', 'write to a file instead of standard output')
      .addOption(
        new Option('--lang <language>', 'language of words (default: that of the environment)')
          .choices(languages)
          .default(language, language),
      )
      .option('--no-color', 'no colours')
      .option('-q, --quiet', 'no talk on standard error')
      .option('-v, --verbose', 'say more');
}

/** Options of the commands that simulate. */
function simulation(language: Language): (command: Command) => Command {
  return (command) =>
    common(language)(command)
      .option('--seed <text>', 'another seed than the one in the file')
      .option('--replications <n>', 'exactly so many replications', wholeNumber(language, { min: 1, max: 1_000_000 }))
      .option(
        '--workers <n>',
        'threads; 0 or 1: none beside the own (default: as many as there are processors, 4 at most)',
        wholeNumber(language, { min: 0, max: 256 }),
      );
}

function logFile(language: Language): (name: string) => string {
  return (name) => {
    if (/\.(?:ndjson|csv)$/u.test(name)) return name;
    throw wrongArgument(
      { en: 'Its name must end in .ndjson or .csv.', zh: '文件名须以 .ndjson 或 .csv 结尾。' },
      language,
    );
  };
}

function historyPath(language: Language): (text: string) => string {
  return (text) => {
    if (/^\d+(?::\d+)*$/u.test(text)) return text;
    throw wrongArgument(
      { en: 'It is no path: numbers with : between them.', zh: '路径须为以 : 相隔的数字。' },
      language,
    );
  };
}

function wholeNumber(language: Language, { min, max }: { min: number; max: number }): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= min && number <= max) return number;
    throw wrongArgument(
      { en: `It is no whole number from ${min} to ${max}.`, zh: `须为 ${min} 至 ${max} 的整数。` },
      language,
    );
  };
}

function wrongArgument(why: Label, language: Language): InvalidArgumentError {
  return new InvalidArgumentError(why[language]);
}
