/**
 * What a browser keeps of an archive, once its reader asked for that: pages, the files that they need, and parts of the index.
 * While the part `on` is there things are kept, and without it nothing is.
 */
export type KeptPart = 'on' | 'pages' | 'files' | 'search';

/** Part of the browser's store of responses; the base sets archives of one origin apart. */
export type KeptName = `khobao ${string} ${KeptPart}`;

/** In a kept page: its title, percent-encoded. */
export type TitleField = 'x-khobao-title';
