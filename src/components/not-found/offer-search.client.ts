import { element, part } from '../search/element.client.ts';
import { addressWords } from './address-words.ts';

/** Longer addresses are no headline's. */
const maxLength = 120;

/** Offers to search for what the address tells of the page that isn't there, and puts it in the box. */
export const offerSearch = (): void => {
  const base = import.meta.env.BASE_URL.replace(/\/*$/, '/');
  const words = addressWords(location.pathname, base).slice(0, maxLength).trim();
  if (words === '') return;
  const offer = part(document, '[data-address-search]', HTMLElement);
  const inEnglish = location.pathname.startsWith(`${base}en/`);
  const { vi = '', en = '' } = offer.dataset;
  const language = inEnglish ? 'en' : 'vi';
  offer.replaceChildren(
    element(
      'a',
      { href: `${base}${inEnglish ? 'en/' : ''}tim/?q=${encodeURIComponent(words)}`, lang: language },
      (inEnglish ? en : vi).replace('{words}', words),
    ),
  );
  offer.hidden = false;
  part(document, 'main [data-search-input]', HTMLInputElement).value = words;
};
