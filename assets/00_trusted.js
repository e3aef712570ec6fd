/* Trusted Types: scripts may come from this host only; markup is allowed because no reader's words ever become markup. */
if (window.trustedTypes && window.trustedTypes.createPolicy) {
  window.trustedTypes.createPolicy("default", {
    createScriptURL: (address) => {
      if (new URL(address, location.href).origin !== location.origin) throw new TypeError("A script from elsewhere: " + address);
      return address;
    },
    createHTML: (markup) => markup,
  });
}
