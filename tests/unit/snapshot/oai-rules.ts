import { childOf, childrenOf, type XmlElement } from './parse-xml.ts';

/** The 15 elements of simple Dublin Core. */
const dublinCore = [
  'title creator subject description publisher contributor date type format identifier source language relation',
  'coverage rights',
]
  .join(' ')
  .split(' ')
  .map((name) => `dc:${name}`);

const day = /^\d{4}-\d\d-\d\d$/;
const uri = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i;

const names = ({ children }: XmlElement): string[] => children.map(({ name }) => name);

const faultsOfRecord = (record: XmlElement, mayBeDeleted: boolean): string[] => {
  const header = childOf(record, 'oai:header');
  const isDeleted = header.attributes.status === 'deleted';
  const identifier = childOf(header, 'oai:identifier').text;
  const faults = [];
  if (names(header).join() !== 'oai:identifier,oai:datestamp') faults.push(`${identifier}: header`);
  if (!uri.test(identifier)) faults.push(`${identifier}: identifier`);
  if (!day.test(childOf(header, 'oai:datestamp').text)) faults.push(`${identifier}: datestamp`);
  if (Object.keys(header.attributes).length > (mayBeDeleted && isDeleted ? 1 : 0)) faults.push('attributes');
  if (isDeleted) {
    if (names(record).join() !== 'oai:header') faults.push(`${identifier}: more than a header`);
    return faults;
  }
  if (names(record).join() !== 'oai:header,oai:metadata') faults.push(`${identifier}: parts`);
  const dc = childOf(childOf(record, 'oai:metadata'), 'oai_dc:dc');
  if (dc.attributes['xmlns:dc'] !== 'http://purl.org/dc/elements/1.1/') faults.push('dc namespace');
  if (dc.attributes['xmlns:oai_dc'] !== 'http://www.openarchives.org/OAI/2.0/oai_dc/')
    faults.push('namespace');
  for (const { name, children } of dc.children) {
    if (!dublinCore.includes(name) || children.length > 0) faults.push(`${identifier}: ${name}`);
  }
  return faults;
};

const faultsOfIdentify = (identify: XmlElement, deletedRecord: string): string[] => {
  const expected = [
    'repositoryName',
    'baseURL',
    'protocolVersion',
    'adminEmail',
    'earliestDatestamp',
    'deletedRecord',
    'granularity',
  ].map((name) => `oai:${name}`);
  const text = (name: string): string => childOf(identify, `oai:${name}`).text;
  return [
    names(identify).join() === expected.join() ? '' : 'order of Identify',
    uri.test(text('baseURL')) ? '' : 'baseURL',
    text('protocolVersion') === '2.0' ? '' : 'protocolVersion',
    /^\S+@(\S+\.)+\S+$/.test(text('adminEmail')) ? '' : 'adminEmail',
    day.test(text('earliestDatestamp')) ? '' : 'earliestDatestamp',
    text('deletedRecord') === deletedRecord ? '' : 'deletedRecord',
    text('granularity') === 'YYYY-MM-DD' ? '' : 'granularity',
  ].filter((fault) => fault !== '');
};

const faultsOfFormats = (formats: XmlElement): string[] => {
  const format = childOf(formats, 'oai:metadataFormat');
  const expected = 'oai:metadataPrefix,oai:schema,oai:metadataNamespace';
  return names(format).join() === expected && format.children[0]?.text === 'oai_dc' ? [] : ['formats'];
};

/**
 * What breaks the rules of a static repository: the schema's, and those of its guidelines.
 *
 * @see http://www.openarchives.org/OAI/2.0/guidelines-static-repository.htm
 */
export const faultsOfStatic = (root: XmlElement): string[] => {
  const records = childOf(root, 'ListRecords');
  return [
    root.name === 'Repository' ? '' : 'root',
    root.attributes.xmlns === 'http://www.openarchives.org/OAI/2.0/static-repository' ? '' : 'namespace',
    root.attributes['xmlns:oai'] === 'http://www.openarchives.org/OAI/2.0/' ? '' : 'namespace oai',
    names(root).join() === 'Identify,ListMetadataFormats,ListRecords' ? '' : 'parts',
    records.attributes.metadataPrefix === 'oai_dc' ? '' : 'metadataPrefix',
    records.children.length > 0 && records.children.length <= 5000 ? '' : 'number of records',
    names(records).every((name) => name === 'oai:record') ? '' : 'more than records',
    ...faultsOfIdentify(childOf(root, 'Identify'), 'no'),
    ...faultsOfFormats(childOf(root, 'ListMetadataFormats')),
    ...records.children.flatMap((record) => faultsOfRecord(record, false)),
  ].filter((fault) => fault !== '');
};

/** What breaks the rules of an answer of OAI-PMH 2.0. */
export const faultsOfAnswer = (root: XmlElement): string[] => {
  const [responseDate, request, answer] = root.children;
  const faults = [];
  if (root.name !== 'oai:OAI-PMH' || root.children.length !== 3) faults.push('root');
  if (root.attributes['xmlns:oai'] !== 'http://www.openarchives.org/OAI/2.0/') faults.push('namespace');
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(responseDate?.text ?? '')) faults.push('responseDate');
  if (`oai:${request?.attributes.verb ?? ''}` !== answer?.name) faults.push('verb');
  if (answer?.name === 'oai:Identify') faults.push(...faultsOfIdentify(answer, 'persistent'));
  else if (answer?.name === 'oai:ListMetadataFormats') faults.push(...faultsOfFormats(answer));
  else if (answer?.name === 'oai:ListRecords') {
    const records = childrenOf(answer, 'oai:record');
    if (records.length === 0 || records.length > 5000) faults.push('number of records');
    faults.push(...records.flatMap((record) => faultsOfRecord(record, true)));
    const rest = names(answer).slice(records.length).join();
    if (rest !== '' && rest !== 'oai:resumptionToken') faults.push(`more than records: ${rest}`);
  } else faults.push('no answer');
  return faults;
};
