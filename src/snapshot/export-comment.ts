/** By these words, a former export is known for ours. */
export const exportComment = 'khobao export';
