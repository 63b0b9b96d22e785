const caption =
  /\[caption\b[^\]]*\]\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)\s*([^]*?)\[\/caption\]/gi;

/** Short codes that stand for what is no text: galleries, players, the frames of page builders. */
const shortCode =
  /\[\/?(?:gallery|embed|audio|video|playlist|contact-form[\w-]*|(?:vc|et_pb|fusion|av|su)_\w+)\b[^\]]*\]/gi;

const block = /<(?:p|div|h[1-6]|ul|ol|table|blockquote|figure|pre)\b/i;

/**
 * An article's text as WordPress keeps it, as HTML: empty lines part paragraphs where no tag does, captions are figures,
 * other short codes are left out.
 */
export const toWordpressHtml = (content: string): string => {
  const html = content
    .replace(
      caption,
      (_, image: string, words: string) =>
        `\n\n<figure>${image}<figcaption>${words}</figcaption></figure>\n\n`,
    )
    .replace(shortCode, '')
    .replace(/<!--(?:\s*\/?wp:|more)[^>]*-->/g, '\n\n');
  return html
    .split(/(?:\r?\n[ \t]*){2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) =>
      block.test(part) || (/^<\/?\w/.test(part) && !/^<(?:a|b|i|em|strong|span|br|img|u)\b/i.test(part))
        ? part
        : `<p>${part.replace(/\r?\n/g, '<br>')}</p>`,
    )
    .join('\n');
};
