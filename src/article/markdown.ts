import { remark } from 'remark';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';

/**
 * The Markdown of an article's text: paragraphs, cross-heads, quotations, lists, tables (GFM), and figures as a container
 * directive that a person can write by hand, its credit marked inside the caption as printed:
 *
 *     :::figure{src="images/cho-phien.jpg" alt="Chợ phiên vùng cao"}
 *     Chợ phiên họp từ lúc trời chưa sáng. Ảnh: :credit[AN NHIÊN]
 *     :::
 */
export const articleMarkdown = remark()
  .use(remarkGfm, { singleTilde: false })
  .use(remarkDirective)
  .data('settings', { bullet: '-', emphasis: '_', rule: '-', listItemIndent: 'one', resourceLink: true })
  .freeze();
