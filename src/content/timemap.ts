/** A TimeMap tells when an address was captured, and where each of its former states is to be had (Memento, RFC 7089). */

/** A former state of the original. */
export interface Memento {
  readonly address: string;
  readonly instant: string;
  readonly type: string;
}

export interface TimeMap {
  /** The article's address at its source. */
  readonly original: string;
  readonly self: string;
  /** At least one. */
  readonly mementos: readonly Memento[];
}

export const timeMapType = 'application/link-format';

/** An address as links must have it: in ASCII, without brackets and spaces (RFC 8288). */
const target = (address: string): string =>
  `<${address.toWellFormed().replace(/[^!-~]|[<>"]/gu, (letter) => encodeURIComponent(letter))}>`;

const httpDate = (instant: string): string => new Date(instant).toUTCString();

/** The TimeMap's file, in link format (RFC 6690), the oldest first. */
export const printTimeMap = ({ original, self, mementos }: TimeMap): string => {
  const sorted = [...mementos].sort((a, b) => Date.parse(a.instant) - Date.parse(b.instant));
  const last = sorted.length - 1;
  const links = sorted.map(({ address, instant, type }, i) => {
    const rel = [...(i === 0 ? ['first'] : []), ...(i === last ? ['last'] : []), 'memento'].join(' ');
    return `${target(address)}; rel="${rel}"; datetime="${httpDate(instant)}"; type="${type}"`;
  });
  const span =
    sorted[0] === undefined
      ? ''
      : `; from="${httpDate(sorted[0].instant)}"; until="${httpDate(sorted[last]?.instant ?? sorted[0].instant)}"`;
  return `${[
    `${target(original)}; rel="original"`,
    `${target(self)}; rel="self"; type="${timeMapType}"${span}`,
    ...links,
  ].join(',\n')}\n`;
};
