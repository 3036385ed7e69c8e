/** Light and dark: as the system says, until the button says otherwise; the choice is kept for the next page. */

const root = document.documentElement;

/** Connects the button. */
export function connectTheme(button: HTMLElement): void {
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = (): boolean => (root.dataset.theme ?? (prefersDark.matches ? "dark" : "light")) === "dark";
  const name = (): void => {
    button.textContent = isDark() ? "Light" : "Dark";
  };
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    keep(root.dataset.theme);
    name();
  });
  prefersDark.addEventListener("change", name);
  name();
}

function keep(theme: string): void {
  try {
    localStorage.setItem("leakproof-theme", theme);
  } catch {
    // A browser that keeps nothing follows the system on the next page.
  }
}
