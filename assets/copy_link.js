/* Copying the link of a chart. Where the browser does not let us, the link is followed: then the address bar has it. */
(function () {
  "use strict";

  document.addEventListener("click", async (event) => {
    const link = event.target.closest("a[data-part=link]");
    const plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!link || !plain || !navigator.clipboard) return;
    event.preventDefault();
    try {
      await navigator.clipboard.writeText(link.href);
    } catch {
      window.location.assign(link.href);
      return;
    }
    link.textContent = link.dataset.said;
    document.getElementById("voice").textContent = link.dataset.said;
  });
})();
