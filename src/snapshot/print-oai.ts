import { exportComment } from './export-comment.ts';
import { printElement, printXmlText } from './print-xml.ts';

const oaiNamespace = 'http://www.openarchives.org/OAI/2.0/';
const staticNamespace = 'http://www.openarchives.org/OAI/2.0/static-repository';

const declaration = `<?xml version="1.0" encoding="UTF-8"?>\n<!-- ${exportComment} -->\n`;

const rootTag = (name: string, namespace: string, schema: string): string =>
  `<${name} xmlns="${namespace}" xmlns:oai="${oaiNamespace}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${namespace} ${schema}">`;

/** The record of an article: where it is known under and since when; `metadata` null where it was withdrawn. */
export interface OaiRecord {
  readonly identifier: string;
  /** A day. */
  readonly datestamp: string;
  readonly metadata: string | null;
}

export const printOaiRecord = ({ identifier, datestamp, metadata }: OaiRecord): string => {
  const header = `${printElement('oai:identifier', identifier)}${printElement('oai:datestamp', datestamp)}`;
  return metadata === null
    ? `<oai:record><oai:header status="deleted">${header}</oai:header></oai:record>\n`
    : `<oai:record><oai:header>${header}</oai:header><oai:metadata>\n${metadata}\n</oai:metadata></oai:record>\n`;
};

/** Who a repository is. */
export interface OaiRepository {
  readonly name: string;
  readonly baseUrl: string;
  readonly contact: string;
  readonly earliest: string;
  readonly deletedRecord: 'no' | 'persistent';
}

const printIdentify = ({ name, baseUrl, contact, earliest, deletedRecord }: OaiRepository): string =>
  [
    ['repositoryName', name],
    ['baseURL', baseUrl],
    ['protocolVersion', '2.0'],
    ['adminEmail', contact],
    ['earliestDatestamp', earliest],
    ['deletedRecord', deletedRecord],
    ['granularity', 'YYYY-MM-DD'],
  ]
    .map(([element = '', value = '']) => `${printElement(`oai:${element}`, value)}\n`)
    .join('');

const format = `<oai:metadataFormat><oai:metadataPrefix>oai_dc</oai:metadataPrefix><oai:schema>http://www.openarchives.org/OAI/2.0/oai_dc.xsd</oai:schema><oai:metadataNamespace>http://www.openarchives.org/OAI/2.0/oai_dc/</oai:metadataNamespace></oai:metadataFormat>\n`;

/**
 * A static repository: all records in one file. It knows no withdrawn records.
 *
 * @see http://www.openarchives.org/OAI/2.0/guidelines-static-repository.htm
 */
export function* printStaticRepository(
  repository: OaiRepository,
  records: Iterable<string>,
): Generator<string, void, undefined> {
  yield `${declaration}${rootTag('Repository', staticNamespace, `${staticNamespace}.xsd`)}\n`;
  yield `<Identify>\n${printIdentify(repository)}</Identify>\n`;
  yield `<ListMetadataFormats>\n${format}</ListMetadataFormats>\n<ListRecords metadataPrefix="oai_dc">\n`;
  yield* records;
  yield '</ListRecords>\n</Repository>\n';
}

/** What was asked, and when it was answered: an answer of OAI-PMH tells both. */
export interface OaiRequest {
  readonly baseUrl: string;
  /** An instant in UTC. */
  readonly answeredAt: string;
}

function* printAnswer(
  verb: string,
  { baseUrl, answeredAt }: OaiRequest,
  parts: Iterable<string>,
): Generator<string, void, undefined> {
  const prefix = verb === 'ListRecords' ? ' metadataPrefix="oai_dc"' : '';
  yield `${declaration}${rootTag('oai:OAI-PMH', oaiNamespace, `${oaiNamespace}OAI-PMH.xsd`).replace(` xmlns="${oaiNamespace}"`, '')}\n`;
  yield `${printElement('oai:responseDate', answeredAt)}\n`;
  yield `<oai:request verb="${verb}"${prefix}>${printXmlText(baseUrl)}</oai:request>\n<oai:${verb}>\n`;
  yield* parts;
  yield `</oai:${verb}>\n</oai:OAI-PMH>\n`;
}

/** The answer of a repository to `Identify`. */
export const printIdentifyAnswer = (repository: OaiRepository, request: OaiRequest): Generator<string> =>
  printAnswer('Identify', request, [printIdentify(repository)]);

/** The answer to `ListMetadataFormats`. */
export const printFormatsAnswer = (request: OaiRequest): Generator<string> =>
  printAnswer('ListMetadataFormats', request, [format]);

/** An answer to `ListRecords`; `next` names the one that goes on, null where there is none; `cursor` counts those before. */
export const printRecordsAnswer = (
  records: readonly string[],
  { next, cursor, ...request }: OaiRequest & { readonly next: string | null; readonly cursor: number },
): Generator<string> =>
  printAnswer('ListRecords', request, [
    ...records,
    ...(next === null && cursor === 0
      ? []
      : [`<oai:resumptionToken cursor="${String(cursor)}">${next ?? ''}</oai:resumptionToken>\n`]),
  ]);
