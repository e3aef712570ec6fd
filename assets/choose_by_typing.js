/* Finding by typing: a name in any of its languages, a part of it, or a code becomes a choice. */
(function () {
  "use strict";
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().trim();
  const MOST = 10;

  function options(input) {
    const list = document.getElementById(input.getAttribute("list"));
    return list ? [...list.options] : [];
  }

  /** The codes that what is typed may mean: an exact name or code wins over a part of a name. */
  function meant(input) {
    const typed = plain(input.value);
    if (!typed) return [];
    const all = options(input);
    const names = (one) => [one.value, one.label || "", ...(one.label || "").split(" · "), one.dataset.code, one.value.replace(/ \([^)]*\)$/, "")].map(plain);
    const exact = all.filter((one) => names(one).includes(typed));
    const found = exact.length ? exact : all.filter((one) => names(one).some((name) => name.includes(typed)));
    return [...new Set(found.map((one) => one.dataset.code))];
  }

  function tell(finder, key) {
    finder.querySelector(".find-said").textContent = key ? finder.querySelector(".find-said").dataset[key] : "";
  }

  function clear(input) {
    const id = JSON.parse(input.id);
    window.dash_clientside.set_props(id, { value: "" });
    input.value = "";
  }

  /** Add a region to those compared, or choose a value of a field. */
  function choose(finder, input, code) {
    const name = finder.dataset.find;
    if (name !== "others") {
      clear(input);
      window.regioscope.change({ [name]: code });
      return;
    }
    const there = [...document.querySelectorAll("[data-peer]")].map((row) => row.dataset.peer);
    const own = new URLSearchParams(location.search).get("lens") === "own";
    if (own && there.length >= MOST && !there.includes(code)) return void tell(finder, "full");
    clear(input);
    const kept = own ? there : there.slice(0, MOST - 1);
    window.regioscope.change({ lens: "own", others: [...new Set([...kept, code])].join(",") });
  }

  function take(input) {
    const finder = input.closest("[data-find]");
    const codes = meant(input);
    if (codes.length === 1) {
      tell(finder, "");
      choose(finder, input, codes[0]);
    } else if (input.value.trim()) tell(finder, codes.length ? "several" : "nobody");
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("[data-find] input")) {
      event.preventDefault();
      take(event.target);
    }
  });
  document.addEventListener("input", (event) => {
    if (!event.target.matches("[data-find] input")) return;
    tell(event.target.closest("[data-find]"), "");
    if (options(event.target).some((one) => one.value === event.target.value)) take(event.target);
  });
})();
