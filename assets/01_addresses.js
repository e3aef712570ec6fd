/* Addresses of the dashboard. Within the page they begin at its own root; what is fetched, followed or shown in the address bar begins with the path under which it is served. */
(function () {
  "use strict";
  const base = document.documentElement.dataset.base || "";

  /** An address as the browser must ask for it; anchors and other hosts stay as they are. */
  const withBase = (address) => (/^\/(?!\/)/.test(address) ? base + address : address);

  /** A path of the address bar or of a link as the dashboard knows it. */
  const withoutBase = (path) => (base && `${path}/`.startsWith(`${base}/`) ? path.slice(base.length) || "/" : path);

  /** Path and query of an absolute or relative URL as the dashboard knows them. */
  function addressOf(url) {
    const { pathname, search } = new URL(url, location.href);
    return withoutBase(pathname) + search;
  }

  const here = () => addressOf(location.href);

  window.regioscope = Object.assign(window.regioscope || {}, { addresses: { base, withBase, withoutBase, addressOf, here } });
})();
