/* The same slide in every window: on this computer by a channel, on other devices by the server. Knows positions, not slides. */
(function () {
  "use strict";
  const { present } = window;
  if (!present) return;
  const { talk } = present;
  const EVERY = 1000;
  const followed = new URLSearchParams(location.search).get("talk") || "";
  const store = `regioscope.room.${talk.name}`;
  const { device } = window.regioscope.storage;
  const { withBase } = window.regioscope.addresses;
  const channel = opened();
  const heard = [];
  const listeners = [];
  let room = read();
  let sending = false;
  let waiting = false;
  let mine = false;
  let opening = null;
  let online = null;
  let since = null;

  function read() {
    return device.object(store);
  }

  /** The way to this browser's other windows; where site data are refused there may be none. */
  function opened() {
    try { return new BroadcastChannel(`regioscope.${talk.name}`); } catch (error) { return { postMessage() {} }; }
  }

  /** Whether this window may move the talk: it holds the key, and is not one that only follows. */
  const presents = () => !followed;

  function keep() {
    device.set(store, JSON.stringify(room));
  }

  const newer = (message) => message && (message.stamp || 0) > (room.stamp || 0);

  function take(message, by) {
    room = { ...room, slide: message.slide, query: message.query, stamp: message.stamp };
    mine = false;
    if (presents()) keep();
    heard.forEach((listen) => listen(room, by));
  }

  /** This window has moved: the others are told. */
  function move(slide, query) {
    if (!presents() || (room.slide === slide && room.query === query)) return;
    room = { ...room, slide, query, stamp: (Math.max(room.stamp || 0, read().stamp || 0)) + 1 };
    mine = true;
    keep();
    channel.postMessage({ slide, query, stamp: room.stamp });
    send();
  }

  channel.onmessage = ({ data }) => {
    /* Two windows that begin at once make two talks: the smaller number is the talk of both. */
    if (data.room) {
      if (followed || (room.id && room.id <= data.room.id && !data.joined)) return;
      room = { ...(data.joined ? {} : room), id: data.room.id, key: data.room.key };
      keep();
    } else if (!followed && newer(data)) take(data, "window");
  };

  /** The talk's own number and key: the server makes them, the presenter's devices keep them. */
  function open() {
    opening = opening || begin().finally(() => { opening = null; });
    return opening;
  }

  async function begin() {
    const answer = await fetch(withBase("/talks"), { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ key: room.key || read().key || "", story: talk.name }) });
    if (!answer.ok) throw new Error(String(answer.status));
    const opened = await answer.json();
    room = { ...room, id: opened.id, key: opened.key };
    keep();
    channel.postMessage({ room: { id: opened.id, key: opened.key } });
    if (newer(opened) && !mine) take(opened, "server");
    heard.forEach((listen) => listen(room, "opened"));
  }

  /** Tell the server where the talk is; the latest move goes out last. A move made here before the talk's place was known counts as later. */
  async function send() {
    if (sending) { waiting = true; return; }
    sending = true;
    try {
      if (!room.id) await open();
      const { slide, query, stamp, key } = room;
      if (stamp) {
        const answer = await fetch(withBase(`/talks/${room.id}`), { method: "PUT", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ slide, query, stamp, key }) });
        if (answer.status === 404) room.id = "";
        if (!answer.ok && answer.status !== 409) throw new Error(String(answer.status));
        const now = await answer.json();
        const other = now.slide !== room.slide || now.query !== room.query;
        if (answer.status === 409) ahead(now);
        else if (other && mine && now.stamp >= room.stamp) {
          room.stamp = now.stamp + 1;
          keep();
          waiting = true;
        } else if (newer(now)) take(now, "server");
      }
      connected(true);
    } catch (error) { connected(false); } finally { sending = false; }
    if (waiting) { waiting = false; send(); }
  }

  /** Ask the server where the talk is. */
  async function poll() {
    const id = followed || room.id;
    try {
      if (!id && presents()) await open();
      else if (id) {
        const answer = await fetch(withBase(`/talks/${id}`), { cache: "no-store" });
        if (answer.status === 404 && presents()) { room.id = ""; await send(); }
        else if (answer.status === 404) throw new Error("404");
        else {
          const now = await answer.json();
          if (newer(now)) take(now, "server");
          else if (presents() && (now.stamp || 0) < (room.stamp || 0)) await send();
        }
      }
      connected(true);
    } catch (error) { connected(false); }
    setTimeout(poll, document.hidden || (followed && !online) ? 5 * EVERY : EVERY);
  }

  function connected(now) {
    if (now !== online) since = new Date();
    online = now;
    listeners.forEach((listen) => listen(online, since));
  }

  /** A count too far ahead of the server's: a long time alone, or a server that has lost its memory. This window goes on from the server's. */
  function ahead(now) {
    room.stamp = (now.stamp || 0) + 1;
    keep();
    waiting = true;
  }

  /** A key that came with the address leaves it at once. It is an offer to whoever sits at the presenter's page, and nothing anywhere else. */
  function offered() {
    if (!location.hash.startsWith("#key=")) return "";
    const found = /^#key=([\w-]{10,100})$/.exec(location.hash);
    history.replaceState(null, "", location.pathname + location.search);
    return found && present.page.dataset.page === "notes" && found[1] !== room.key ? found[1] : "";
  }

  /** Take up the offer, which only a device without a key of its own can. */
  function join() {
    if (room.key || !offer) return false;
    room = { key: offer };
    keep();
    open().then(() => channel.postMessage({ room: { id: room.id, key: room.key }, joined: true })).catch(() => {});
    return true;
  }

  /** Give up this device's own place: what it moved before, it moves no more. */
  function leave() {
    room = {};
    keep();
  }

  const offer = offered();
  Object.assign(present, {
    room: {
      move, presents, followed, offer, join, leave,
      hasKey: () => Boolean(room.key),
      now: () => ({ ...room, ...(newer(read()) && presents() ? read() : {}) }),
      listen: (call) => heard.push(call),
      state: (call) => listeners.push(call),
      start: poll,
    },
  });
})();
