/* The buttons beside the year: one year back or on, among the years that the indicator has. */
(function () {
  "use strict";
  const LATEST = "latest";
  const select = () => document.getElementById('{"control":"year"}');

  /** The year so many steps away, in the words of the address; nothing beyond the first and the last. */
  function stepped(step) {
    const years = [...select().options].map(({ value }) => value).filter((value) => value !== LATEST).sort();
    const now = select().value === LATEST ? years.length - 1 : years.indexOf(select().value);
    const next = years[now + step];
    return next === years[years.length - 1] ? LATEST : next;
  }

  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-year-step]");
    const year = button && select() && stepped(Number(button.dataset.yearStep));
    if (year) window.regioscope.change({ year });
  });
})();
