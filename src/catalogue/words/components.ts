/** How functions are called that a framework runs again and again to draw something. */

/** Components begin with a capital letter, hooks with `use`. */
export const renderFunctions = /^(?:[A-Z]|use[A-Z])/;
