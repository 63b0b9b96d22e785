import { part } from '../search/element.client.ts';
import { fillWords } from '../search/fill-words.ts';
import { isYear, type TrendState, type TrendUnit } from './trend-address.ts';
import type { TrendSetting } from './trend-setting.client.ts';

/** The unit and the years. */
export interface TrendOptions {
  readonly show: (state: TrendState) => void;
}

type Options = Pick<TrendState, 'unit' | 'from' | 'to'>;

/** The controls have the values that they have in the address. */
const unitOf = ({ value }: HTMLInputElement): TrendUnit => (value === '' ? 'articles' : 'per-thousand');

/** Takes over the page's own controls and tells of every change; a year that can't be read changes nothing. */
export const createTrendOptions = (
  form: HTMLElement,
  { words }: TrendSetting,
  onChange: (change: Partial<Options>) => void,
): TrendOptions => {
  const units = [...form.querySelectorAll<HTMLInputElement>('[data-unit]')];
  const years = {
    from: part(form, '[data-from]', HTMLInputElement),
    to: part(form, '[data-to]', HTMLInputElement),
  };
  const error = part(form, '[data-year-error]', HTMLElement);
  let now: Options = { unit: 'articles', from: '', to: '' };

  for (const unit of units) {
    unit.addEventListener('change', () => {
      onChange({ unit: unitOf(unit) });
    });
  }
  for (const name of ['from', 'to'] as const) {
    const input = years[name];
    input.addEventListener('change', () => {
      const value = input.value.trim();
      const readable = value === '' || isYear(value);
      input.setAttribute('aria-invalid', String(!readable));
      error.textContent = readable ? '' : fillWords(words.yearUnread, { value });
      if (readable && value !== now[name]) onChange({ [name]: value });
    });
  }

  return {
    show({ unit, from, to }) {
      now = { unit, from, to };
      for (const one of units) one.checked = unitOf(one) === unit;
      for (const name of ['from', 'to'] as const) {
        years[name].value = now[name];
        years[name].setAttribute('aria-invalid', 'false');
      }
      error.textContent = '';
    },
  };
};
