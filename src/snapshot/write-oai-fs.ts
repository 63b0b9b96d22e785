import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { toProblem, type Problem } from '../problem/problem.ts';
import type { ArchiveForExport } from './archive-for-export.ts';
import { pageOf } from './archive-for-export.ts';
import { datestampOf, later, noDay, type LoggedChanges } from './datestamp.ts';
import { printDublinCore } from './print-dublin-core.ts';
import {
  printFormatsAnswer,
  printIdentifyAnswer,
  printOaiRecord,
  printRecordsAnswer,
  printStaticRepository,
  type OaiRepository,
} from './print-oai.ts';
import { printResources, type ListedResource } from './print-resource-sync.ts';
import { readChanges, type ArchiveChanges } from './read-changes-fs.ts';
import { writeList } from './write-lists-fs.ts';
import { writeText } from './write-text-fs.ts';

/** A static repository is meant for so many records; more go into several files. */
export const maxStaticRecords = 5000;

/** Stands where the archive does not say its address: a name that is nobody's (RFC 2606). */
const nowhere = 'https://archive.invalid/';

interface Harvest {
  readonly site: string;
  readonly base: string;
  readonly folder: string;
  readonly repository: Omit<OaiRepository, 'earliest' | 'baseUrl' | 'deletedRecord'>;
  readonly changes: ArchiveChanges;
}

const recordsName = (part: number): string => `records-${String(part).padStart(4, '0')}.xml`;

/** The lists of ResourceSync: what is there, and what changed between snapshots. */
const writeResourceSync = async (
  { site, base, folder, changes }: Harvest,
  resources: readonly ListedResource[],
  at: string,
): Promise<void> => {
  await writeList(folder, base, 'resourcelist', { at }, resources);
  const lists = ['resourcelist'];
  if (changes.changes.length > 0 && changes.from !== null && changes.until !== null) {
    const span = { from: `${changes.from}T00:00:00Z`, until: `${changes.until}T00:00:00Z` };
    const changed = changes.changes.map(({ id, date, change }) => ({
      address: pageOf(site, id),
      changedOn: date,
      about: { change, datetime: `${date}T00:00:00Z` },
    }));
    await writeList(folder, base, 'changelist', span, changed);
    lists.push('changelist');
  }
  const description = `${site}.well-known/resourcesync`;
  const capabilities = lists.map((capability) => ({
    address: `${base}${capability}.xml`,
    about: { capability },
  }));
  const head = { about: { capability: 'capabilitylist' }, links: [{ rel: 'up', href: description }] };
  await writeText(join(folder, 'capabilitylist.xml'), printResources(head, capabilities));
  await mkdir(join(folder, '.well-known'));
  const source = { address: `${base}capabilitylist.xml`, about: { capability: 'capabilitylist' } };
  const described = { about: { capability: 'description' }, links: [] };
  await writeText(join(folder, '.well-known', 'resourcesync'), printResources(described, [source]));
};

/**
 * Writes the articles as records of Dublin Core: up to 5,000 as an OAI-PMH static repository, one file, else as a folder with the answers
 * of a repository, 5,000 records each, and the lists of ResourceSync. Withdrawn articles are told in the latter alone: a
 * static repository knows none. Problems: `export-setting-missing`, `export-empty`.
 */
export const writeOai = async (
  { entries, settings, site: told, content }: ArchiveForExport,
  target: string,
  name: string,
  logged: LoggedChanges,
): Promise<Problem[]> => {
  const site = told ?? nowhere;
  const contact = settings.contact ?? `unknown@${new URL(nowhere).host}`;
  const problems: Problem[] = [];
  if (told === null) problems.push(toProblem('export-setting-missing', { field: 'site', used: site }));
  if (settings.contact === null) {
    problems.push(toProblem('export-setting-missing', { field: 'contact', used: contact }));
  }
  const address = `${site}${encodeURIComponent(basename(name))}`;
  const changes = await readChanges(content);
  const rights = settings.rights?.vi ?? null;
  const repository = { name: settings.name, contact };
  const harvest: Harvest = { site, base: `${address}/`, folder: target, repository, changes };

  let records: string[] = [];
  let part = 0;
  let total = 0;
  const days: { earliest: string | null; latest: string } = { earliest: null, latest: noDay };
  const gone: string[] = [];
  const resources: ListedResource[] = [];

  const toPart = async (isLast: boolean): Promise<void> => {
    if (part === 0) await mkdir(target);
    part += 1;
    const file = recordsName(part);
    const request = { baseUrl: harvest.base, answeredAt: `${days.latest}T00:00:00Z` };
    const more = { next: isLast ? null : recordsName(part + 1).replace('.xml', ''), cursor: total };
    const written = await writeText(join(target, file), printRecordsAnswer(records, { ...request, ...more }));
    const about = {
      hash: `sha-256:${written.sha256}`,
      length: String(written.bytes),
      type: 'application/xml',
    };
    resources.push({ address: `${harvest.base}${file}`, about });
    total += records.length;
    records = [];
  };

  for await (const entry of entries()) {
    const { article } = entry;
    const datestamp = datestampOf(article, logged, changes);
    days.latest = later(days.latest, datestamp);
    if (days.earliest === null || datestamp < days.earliest) days.earliest = datestamp;
    const identifier = `oai:${new URL(site).hostname}:${article.id}`;
    if (entry.isWithdrawn) {
      gone.push(printOaiRecord({ identifier, datestamp, metadata: null }));
      continue;
    }
    if (records.length === maxStaticRecords) await toPart(false);
    const page = pageOf(site, article.id);
    const metadata = printDublinCore(article, { page, sourceName: entry.sourceName, rights });
    records.push(printOaiRecord({ identifier, datestamp, metadata }));
    const links = [{ rel: 'describedby', href: `${harvest.base}${recordsName(part + 1)}` }];
    resources.push({ address: page, changedOn: datestamp, about: { type: 'text/html' }, links });
  }
  const known = { ...repository, earliest: days.earliest ?? noDay };
  if (part === 0) {
    if (records.length === 0) return [...problems, toProblem('export-empty', { folder: content })];
    const whole = { ...known, baseUrl: address, deletedRecord: 'no' } as const;
    await writeText(target, printStaticRepository(whole, records));
    return problems;
  }
  for (const record of gone) {
    if (records.length === maxStaticRecords) await toPart(false);
    records.push(record);
  }
  await toPart(true);
  const request = { baseUrl: harvest.base, answeredAt: `${days.latest}T00:00:00Z` };
  const whole = { ...known, baseUrl: harvest.base, deletedRecord: 'persistent' } as const;
  await writeText(join(target, 'identify.xml'), printIdentifyAnswer(whole, request));
  await writeText(join(target, 'formats.xml'), printFormatsAnswer(request));
  await writeResourceSync(harvest, resources, request.answeredAt);
  return problems;
};
