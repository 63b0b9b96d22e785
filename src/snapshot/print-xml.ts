/** What XML 1.0 has no way to tell. */
const untold = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** A text as it may stand in an element or in an attribute in quotation marks; what XML can not tell is left out. */
export const printXmlText = (text: string): string =>
  text
    .replace(/\p{Cs}/gu, '')
    .replace(untold, '')
    .replace(/[&<>"\r]/g, (letter) => references[letter] ?? letter);

/** An element that holds a text; nothing where there is none. */
export const printElement = (name: string, text: string | null): string =>
  text === null || text === '' ? '' : `<${name}>${printXmlText(text)}</${name}>`;
