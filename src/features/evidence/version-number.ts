/** `2` of `2.0`, as people count; a library that keeps drafts also has `2.1`. */
export const versionNumber = (id: string): string => id.replace(/\.0$/, '');
