import { article as english } from './en/article.ts';
import type { Language } from './language.ts';
import { article as vietnamese, type ArticleWords } from './vi/article.ts';

/** What stands around an article's text, in a language. */
export const articleWords = (language: Language): ArticleWords => (language === 'vi' ? vietnamese : english);
