/** Whether a page is a place or lies below it. */
export const isWithin = (path: string, href: string) => path === href || path.startsWith(`${href}/`);
