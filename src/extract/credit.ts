import { parseByline } from './byline.ts';

const credited =
  /(?:^|[\s.,;("“_/–-])(?:nguồn\s+ảnh|ảnh(?:\s+(?:minh\s+h[oọ][aạ]|tư\s+liệu|chụp(?:\s+màn\s+hình)?|trong\s+bài|bìa))?|hình(?:\s+(?:ảnh|minh\s+h[oọ][aạ]))?|đồ\s+h[oọ][aạ]|photo|ảnh\s+và\s+clip|video|clip)\s*[:：]\s*(?<name>[^:]{1,60}?)[\s.)\]”"]*$/iu;

/** `Ảnh Reuters`, `Ảnh TTXVN` without a colon, at the end after a full stop or in brackets. */
const uncoloned =
  /(?:[.!?…]\s+|\s[-–]\s|\(\s*)Ảnh\s+(?<name>\p{Lu}[\p{L}.]*(?:\s\p{Lu}[\p{L}.]*){0,3})[\s.)\]]*$/u;

/** As the BBC's pages say it, in words that only a screen reader tells: `Nguồn hình ảnh, … Chụp lại hình ảnh, …` */
const told = /^Nguồn hình ảnh,\s*(?<name>.{1,60}?)\s+Chụp lại hình ảnh,/u;

const english = /(?:^|[\s(.])Photos?\s+(?:by|courtesy of)\s+(?<name>[^.:]{2,60}?)[\s.)\]]*$/iu;

const sourced = /(?:[.!?…]\s+|\(\s*|^)Nguồn\s*:\s*(?<name>[^:]{1,60}?)[\s.)\]]*$/u;

const copyrighted =
  /[\p{L}\d.,!?)”"]\s+[([]?©\s*(?!bản quyền|copyright|\d{4})(?<name>[^©:]{2,60}?)[\s.)\]]*$/iu;

/** Who made the picture, as a caption's end says it; null where it does not. The name is a part of the caption. */
export const findCredit = (caption: string): string | null => {
  const name = (
    told.exec(caption) ??
    credited.exec(caption) ??
    uncoloned.exec(caption) ??
    english.exec(caption) ??
    sourced.exec(caption) ??
    copyrighted.exec(caption)
  )?.groups?.name?.trim();
  return name === undefined || name === '' || !caption.includes(name) ? null : name;
};

/** Whether a line is nothing but the credit of a picture above it. */
export const isCreditLine = (line: string): boolean =>
  /^[(\s]*(?:nguồn\s+)?ảnh\s*[:：]/iu.test(line) && line.length <= 80 && findCredit(line) !== null;

/** `Tin, ảnh: …`: who wrote the article, and took its pictures. */
const isWriterLine = (line: string): boolean =>
  /^[(\s]*(?:tin|bài(?: viết)?|nội dung)\s*(?:,|[-–&+/]|và)?\s*(?:ảnh|hình|video|clip)\s*[:：]/iu.test(line);

/** Whether a line of its own is a caption, by the credit or the words of a caption at its end. */
export const isCaptionLine = (line: string): boolean =>
  line.length <= 500 &&
  !isWriterLine(line) &&
  (findCredit(line) !== null ||
    /(?:^|[.\s(])[(]?ảnh (?:minh h[oọ][aạ]|tư liệu|internet|TL|CTV)[).\s]*$/iu.test(line));

/** A writer's name, and on the line below it whose the pictures are. */
export const isSignedCredit = (text: string): boolean => {
  const [name, credit, ...others] = text.trim().split(/\s*\n\s*/);
  return (
    name !== undefined &&
    credit !== undefined &&
    others.length === 0 &&
    isCreditLine(credit) &&
    (parseByline(name)?.authors.length ?? 0) > 0
  );
};
