// Before anything is drawn: the choice of the last visit, if there was one.
try {
  const theme = localStorage.getItem("leakproof-theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // A browser that keeps nothing follows the system.
}
