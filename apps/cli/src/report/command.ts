import type { Command } from 'commander';
import { choice } from '../options/choice.js';
import { dataDirHelp } from '../options/dataset-options.js';
import { pathName } from '../options/path-name.js';
import { languageWords } from '../options/words.js';
import type { Finish } from '../program.js';

/** What `manabi report` was asked to do. */
export interface ReportOptions {
  readonly out: string;
  readonly language: (typeof languageWords)[number];
  readonly dataDir?: string;
}

/** Adds `manabi report`. */
export function addReportCommand(program: Command, finish: Finish): void {
  program
    .command('report')
    .description('Make a page of a recorded run, to be opened without a network and printed')
    .argument('<record>', 'what manabi train --record wrote')
    .option('--out <file>', 'the page; a former report is replaced', pathName, 'report.html')
    .option('--language <code>', languageWords.join(', '), choice(languageWords), 'en')
    .option('--data-dir <dir>', dataDirHelp, pathName)
    .action(async (record: string, options: ReportOptions) => {
      const { report } = await import('./report.js');
      finish(await report(record, options));
    });
}
