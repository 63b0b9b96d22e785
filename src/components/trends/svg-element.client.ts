import { lineShape } from './line-shapes.ts';

/** A new element of SVG. Strings among the children become text. */
export const svgElement = <Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly (Node | string)[]
): SVGElementTagNameMap[Name] => {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value));
  made.append(...children);
  return made;
};

/** A short piece of a box's line, as the legend shows it. `LineSample.astro` makes the same. */
export const lineSample = (slot: number): SVGSVGElement => {
  const { dash, marker } = lineShape(slot);
  return svgElement(
    'svg',
    {
      class: 'line-sample',
      viewBox: '0 0 36 14',
      width: 36,
      height: 14,
      'data-line': slot,
      'aria-hidden': 'true',
    },
    svgElement('path', { class: 'stroke', d: 'M1,7H35', 'stroke-dasharray': dash }),
    svgElement('path', { class: 'marker', d: marker(18, 7, 4) }),
  );
};
