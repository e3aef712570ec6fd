/* What this browser keeps. Where it refuses site data, what is put here lasts for the visit: the tab's own name carries it from page to page. */
(function () {
  "use strict";
  const MARK = "regioscope:";

  function carried() {
    try { return JSON.parse(window.name.slice(MARK.length)) || {}; } catch (error) { return {}; }
  }

  /** One of the browser's two stores ("local" or "session"), which may refuse any access. A page that opens this one can choose the tab's name: it is read only where the store refuses, and with `carries` false never. */
  function store(kind, carries = true) {
    const page = new Map();
    const key = (name) => `${kind} ${name}`;

    function get(name) {
      if (page.has(name)) return page.get(name);
      try { return window[`${kind}Storage`].getItem(name); } catch (error) { return (carries && window.name.startsWith(MARK) && carried()[key(name)]) || null; }
    }

    /** Keep a value; says whether it outlives the visit. */
    function set(name, value) {
      try {
        window[`${kind}Storage`].setItem(name, value);
        page.delete(name);
        return true;
      } catch (error) {
        page.set(name, value);
        if (carries) window.name = MARK + JSON.stringify({ ...(window.name.startsWith(MARK) ? carried() : {}), [key(name)]: value });
        return false;
      }
    }

    /** An object kept as JSON; {} for nothing and for what is none. */
    function object(name) {
      try {
        const value = JSON.parse(get(name));
        return value && typeof value === "object" && !Array.isArray(value) ? value : {};
      } catch (error) { return {}; }
    }

    return { get, set, object };
  }

  const local = store("local");
  /** Whether what is put here outlives the visit. */
  const lasts = () => local.set("regioscope.keeps", "1");

  window.regioscope = Object.assign(window.regioscope || {}, { storage: { local, session: store("session"), device: store("local", false), lasts } });
})();
