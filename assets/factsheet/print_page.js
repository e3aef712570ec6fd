// Buttons that print the whole page; without this script they stay hidden, and the browser's own command does the same.
for (const button of document.querySelectorAll("[data-print-page]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
