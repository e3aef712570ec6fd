module.exports = { COUNTRIES: [], createLookup: () => ({ lookupAlpha3: () => undefined }) };
