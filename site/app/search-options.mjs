/** How the pages are indexed: the same for the index and for the questions to it. */
export const SEARCH_OPTIONS = {
  fields: ["page", "heading", "text"],
  storeFields: ["url", "page", "heading", "text"],
  searchOptions: { boost: { page: 4, heading: 3 }, prefix: true, fuzzy: 0.15, combineWith: "AND" },
};
