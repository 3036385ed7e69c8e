/** Where the project lives. */
export const PROJECT_PAGE = "https://github.com/eslint-plugin-leakproof/eslint-plugin-leakproof";
