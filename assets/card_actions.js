/* What the buttons of a card do: its table, its paper, its image; and what unfolds over the page folds again. */
(function () {
  "use strict";
  /** Open or close the table of one chart. */
  async function toggleTable(button) {
    const name = button.dataset.table;
    const opens = button.getAttribute("aria-expanded") === "false";
    const rows = () => button.closest("[data-chart]").querySelector("[data-part=csv]").getAttribute("href");
    let [html, of] = ["", rows()];
    while (opens && of) {
      html = await window.regioscope.connection.text(of.replace(".csv", ".table"), () => button.isConnected && of === rows());
      if (!button.isConnected) return;
      if (html === null && of === rows()) return;
      of = of === rows() ? "" : rows();
    }
    window.regioscope.put(`{"part":"${name}.table"}`, html);
    button.setAttribute("aria-expanded", String(opens));
    [button.textContent, button.dataset.other] = [button.dataset.other, button.textContent];
  }

  /** One card alone on paper. */
  function printOnly(card) {
    card.classList.add("printed");
    document.body.classList.add("print-one");
    window.print();
    document.body.classList.remove("print-one");
    card.classList.remove("printed");
  }

  /** What unfolds over the page folds again: after its work, when another place is clicked, at Escape. */
  const OVERLAYS = "figcaption > details[open], .selection-bar details[open]";
  document.addEventListener("click", ({ target }) => {
    for (const box of document.querySelectorAll(OVERLAYS)) {
      if (!box.contains(target) || target.closest("[data-table], [data-print], [data-image], .take a")) box.open = false;
    }
  });
  document.addEventListener("keydown", ({ key, target }) => {
    const box = key === "Escape" && target.closest && target.closest(OVERLAYS);
    if (!box) return;
    box.open = false;
    box.querySelector("summary").focus();
  });

  document.addEventListener("click", ({ target }) => {
    const table = target.closest("[data-table]");
    if (table) return void toggleTable(table);
    const paper = target.closest("[data-print]");
    if (paper) return void printOnly(paper.closest("[data-chart]"));
    const image = target.closest("[data-image]");
    if (image) window.regioscope.savePicture(image);
  });
})();
