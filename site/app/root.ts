/** The address of another page of the site, from whichever page this is. */
export function linkTo(page: string): string {
  return `${document.documentElement.dataset.root ?? "./"}${page}`;
}
