/* The outermost box of the page, and values that Dash keeps for its callbacks. */
(function () {
  "use strict";
  const { createElement, useLayoutEffect } = window.React;

  /** The page itself: at its coming the server's painting of it goes, within one and the same picture of the screen. */
  function Shell({ children }) {
    useLayoutEffect(() => {
      const paint = document.getElementById("paint");
      if (!paint) return;
      window.regioscope.hold(true);
      window.regioscope.charts.move();
      paint.remove();
    }, []);
    return createElement("div", null, children);
  }

  /** A value that nobody sees. */
  function Store() {
    return null;
  }

  window.regioscope = Object.assign(window.regioscope || {}, { Shell, Store });
})();
