import type { Draft } from './draft.ts';
import { findPlaces } from './find-places.ts';
import type { PlaceNames } from './place-names.ts';

/** A first paragraph stands for the lead where none is marked, up to this length. */
const maxOpeningLength = 600;

/** Where news is sent from, at the start of a text: `Hà Nội (TTXVN) - …`, `Hà Nội, ngày 3/8 - …`. */
const dateline =
  /^\s*(?:\((?!TTXVN)[\p{L}\s.]{2,20}\)\s*[-–—:]\s*)?(\p{Lu}[^.;:()]{1,60}?)(?:\s*\((?:TTXVN|VNA|VOV|VietnamPlus|[\p{Lu}.]{2,10})[^()]{0,20}\)|,\s*(?:ngày\s*)?\d{1,2}\s?[/-]\s?\d{1,2}[^-–—]{0,12}[-–—])/u;

const placesTexts = ({ title, kicker, lead, body }: Draft): string[] => {
  const first = body.find(({ type }) => type === 'paragraph');
  const opening = first?.type === 'paragraph' ? first.text : '';
  const sent = dateline.exec(opening)?.[0] ?? '';
  const introduction = lead ?? opening.slice(0, maxOpeningLength);
  return [kicker ?? '', title ?? '', introduction, lead === null ? '' : sent].filter((text) => text !== '');
};

/** A draft with the places that its title, lead and dateline name; those of the page's own record stand as they are. */
export const withPlaces = (draft: Draft, names: PlaceNames): Draft => {
  if (draft.places.length > 0) return draft;
  const { publishedAt: date, sourceName: source } = draft;
  return { ...draft, places: findPlaces({ texts: placesTexts(draft), date, source }, names) };
};
